package io.quarkiverse.dibs.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;

/**
 * The day of somebody who develops the example: the pages of dibs in a real browser, on a real application in dev mode. One
 * test, since each step builds on those before. Every page is photographed, light and dark, into {@code target/screenshots}.
 */
@ExtendWith(NeedsChromium.class)
class DevUiTest {

    private static final Path SCREENSHOTS = Project.target().resolve("screenshots");
    private static final int MOMENTS = 6;
    /** As long as people hold a button of the mouse. */
    private static final int PRESSED_MILLIS = 300;
    private static final String MIGRATIONS = "shop-db/src/main/java/org/acme/shop/db/migrations";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static DevApplication application;
    private static Chromium chromium;
    private Page page;
    /** The page of dibs that is shown, without what the Dev UI has around it. */
    private Locator dibs;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(SCREENSHOTS);
        server = EmbeddedPostgres.builder().testSettings().dataDirectory(folder.resolve("postgres")).start();
        application = DevApplication.start(Modules.copy(Modules.shop(), folder.resolve("shop")), server.url());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        Stream.<AutoCloseable> of(chromium, application, server).forEach(open -> {
            try {
                if (open != null) {
                    open.close();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aDayOfDevelopment() throws Throwable {
        List<Executable> steps = List.of(
                this::oneLineOfTheLogSaysWhatDiffersAndWhereToSeeIt,
                this::theCardCountsWhatIsThere,
                this::theDiffOfAnEmptyDatabaseIsGroupedByTable,
                this::generatingIsRefusedWhileMigrationsArePending,
                this::pendingMigrationsAreRunWithProgressAndLog,
                this::whatIsInSyncSaysSo,
                this::aSavedEntityShowsOnTheOpenPageByItself,
                this::thePlanIsShownInItsOrder,
                this::aMigrationIsWrittenIntoTheSourceTreeAndRun,
                this::theSchemaIsShownWithItsDocumentationAndAsADiagram,
                this::namesAndCommentsThatLookLikeHtmlAreShownAsTheyAre,
                this::whatLooksLikeARenameIsAskedForAndNeverAssumed,
                this::whatDeletesDataIsLeftOutUntilTheUserHasTypedThatHeAgrees,
                this::aFailedMigrationShowsItsStatementAndItsLine,
                this::sourcesThatDoNotCompileAreSaidToBeThat,
                this::twoWindowsShowTheSame,
                this::aPageOpenedInTheMiddleOfAReloadFillsItself,
                this::aMigrationThatRunsWhenAReloadComesIsFinishedFirst,
                this::entitiesThatTheBuildRefusesStopTheApplicationUntilTheyAreMended,
                this::aDatabaseThatGoesAwayIsSaidToBeGoneAndFoundAgain);
        for (Executable step : steps) {
            page = chromium.window(ColorScheme.LIGHT);
            PageLog log = PageLog.of(page);
            try {
                step.execute();
            } catch (AssertionError | RuntimeException e) {
                System.out.println(log.at(page) + "\n" + application.lastSaid());
                try {
                    shoot("failed-step");
                } catch (PlaywrightException crashed) {
                    e.addSuppressed(crashed);
                }
                throw e;
            } finally {
                page.close();
            }
        }
        System.out.println("Dev UI: " + steps.size() + " steps in a browser");
    }

    private void oneLineOfTheLogSaysWhatDiffersAndWhereToSeeIt() {
        application.awaitSaid("3 pending migrations");
        assertThat(application.said()).containsPattern("changes, 3 pending migrations.*http://localhost:\\d+/q/dev-ui/.*/diff")
                .doesNotContain(server.password());
    }

    private void theCardCountsWhatIsThere() {
        page.navigate(application.cards());
        Locator card = page.locator("qwc-extension").filter(new Locator.FilterOptions().setHasText("Migrations"));
        assertThat(card).containsText("3");
        shoot("card");
    }

    private void theDiffOfAnEmptyDatabaseIsGroupedByTable() {
        show("diff");
        Locator products = dibs.locator("details.table").filter(new Locator.FilterOptions().setHasText("products"));
        assertThat(products.first()).isVisible();
        assertThat(page.locator("body")).not().containsText(server.password());
        shootBoth("diff-everything");
    }

    private void generatingIsRefusedWhileMigrationsArePending() {
        show("generate");
        assertThat(dibs.locator(".message.error")).containsText("DIBS-0501");
    }

    private void pendingMigrationsAreRunWithProgressAndLog() {
        show("migrations");
        assertThat(dibs.getByText("Run 3 pending")).isVisible();
        dibs.getByText("Run 3 pending").click();
        assertThat(dibs.getByText("3 of 3 applied")).isVisible();
        assertThat(dibs.locator(".log")).containsText("CREATE TABLE");
        assertThat(dibs.getByText("Run 0 pending")).isVisible();
        shootBoth("migrations");
        dibs.getByText("source").first().click();
        assertThat(dibs.locator("qui-themed-code-block")).containsText("NameCustomers");
    }

    private void whatIsInSyncSaysSo() {
        show("diff");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
        shootBoth("in-sync");
        show("sql");
        assertThat(dibs.getByText("No SQL is needed")).isVisible();
        show("generate");
        assertThat(dibs.getByText("There is nothing to generate")).isVisible();
    }

    private void aSavedEntityShowsOnTheOpenPageByItself() {
        show("diff");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
        long begin = System.nanoTime();
        application.edit("Review.java", "    @LongText\n",
                "    /** Whether the shop has answered. */\n    @DefaultValue(\"false\")\n    public boolean answered;\n\n    @LongText\n");
        assertThat(dibs.getByText("reviews.answered").first()).isVisible();
        long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        System.out.println("dev mode: a saved entity was on the open page after " + took + " ms");
        dibs.locator("details.change summary").first().click();
        assertThat(dibs.locator("qui-themed-code-block").first()).containsText("ADD COLUMN answered");
        assertThat(dibs.getByText("Review.java:").first()).isVisible();
        shootBoth("diff");
    }

    private void thePlanIsShownInItsOrder() {
        show("sql");
        assertThat(dibs.locator("li.step").first()).containsText("ADD COLUMN answered");
        shootBoth("sql");
    }

    private void aMigrationIsWrittenIntoTheSourceTreeAndRun() {
        show("generate");
        assertThat(
                dibs.locator("h2").filter(new Locator.FilterOptions().setHasText(Pattern.compile("M\\d+AddAnsweredToReviews"))))
                .isVisible();
        shootBoth("generate");
        dibs.locator("vaadin-button[theme=primary]").click();
        assertThat(dibs.locator(".message.success")).containsText("AddAnsweredToReviews.java");
        assertThat(files(MIGRATIONS)).anyMatch(name -> name.endsWith("AddAnsweredToReviews.java"));

        show("migrations");
        dibs.getByText("Run 1 pending").click();
        assertThat(dibs.getByText("1 of 1 applied")).isVisible();
        show("diff");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
    }

    private void theSchemaIsShownWithItsDocumentationAndAsADiagram() {
        show("schema");
        dibs.locator("summary").filter(new Locator.FilterOptions().setHasText("reviews")).click();
        assertThat(dibs.getByText("Whether the shop has answered.")).isVisible();
        assertThat(dibs.getByText(Pattern.compile("AddAnsweredToReviews")).first()).isVisible();
        shootBoth("schema-tables");
        dibs.getByText("Diagram (d)").click();
        assertThat(dibs.locator("dibs-diagram g.table").first()).isVisible();
        int all = dibs.locator("dibs-diagram g.table").count();
        shootBoth("schema");
        dibs.locator("vaadin-text-field input").fill("order");
        await().until(() -> dibs.locator("dibs-diagram g.table").count() < all);
    }

    private void namesAndCommentsThatLookLikeHtmlAreShownAsTheyAre() throws IOException {
        Path file = application.workspace().resolve("shop-db/src/main/java/org/acme/shop/db/Odd.java");
        show("diff");
        Files.writeString(file, """
                package org.acme.shop.db;

                import io.quarkiverse.dibs.*;

                /** An odd one: <script>document.title = 'owned'</script>. */
                @Table("<b>x</b>")
                public class Odd {

                    @PrimaryKey
                    @Identity
                    public Long id;

                    /** It's <img src=x onerror="document.title = 'owned'">. */
                    @Column("it's \\"the\\" <i>name</i>")
                    public String name;

                    @Column("a_name_that_is_as_long_as_postgres_lets_any_name_be_and_no_less")
                    public String quiteLong;
                }
                """);
        assertThat(dibs.getByText("<b>x</b>.it's \"the\" <i>name</i>").first()).isVisible();
        shootBoth("odd-names");
        show("generate");
        assertThat(dibs.locator("h2").first()).containsText("CreateBXB.java");
        show("schema");
        dibs.locator("summary").filter(new Locator.FilterOptions().setHasText("<b>x</b>")).click();
        assertThat(dibs.getByText("<img src=x onerror=").first()).isVisible();
        dibs.getByText("Diagram (d)").click();
        assertThat(dibs.locator("dibs-diagram g.table").first()).isVisible();
        shootBoth("odd-names-diagram");
        assertThat(page.title()).doesNotContain("owned");
        Files.delete(file);
        show("diff");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
    }

    private void whatLooksLikeARenameIsAskedForAndNeverAssumed() {
        application.edit("Review.java", "public boolean answered;", "public boolean replied;");
        show("diff");
        assertThat(dibs.getByText("Renamed?")).isVisible();
        shootBoth("renamed");
        dibs.getByText("Renamed", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dibs.getByText("Renamed by your choice")).isVisible();
        dibs.locator("details.change summary").first().click();
        assertThat(dibs.locator("qui-themed-code-block").first()).containsText("RENAME COLUMN");
        application.edit("Review.java", "public boolean replied;", "public boolean answered;");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
    }

    private void whatDeletesDataIsLeftOutUntilTheUserHasTypedThatHeAgrees() {
        application.edit("Review.java",
                "    /** Whether the shop has answered. */\n    @DefaultValue(\"false\")\n    public boolean answered;\n\n",
                "");
        show("generate");
        assertThat(dibs.locator("dibs-gate")).containsText("reviews.answered");
        assertThat(dibs.locator(".message.error")).containsText("DIBS-0505");
        shootBoth("gate");
        dibs.locator("dibs-gate input").pressSequentially("deletes-data");
        assertThat(dibs.locator("h2").first()).containsText("ChangeReviews");
        // the press takes the focus from the name, by which that counts
        dibs.locator("vaadin-text-field input").first().fill("take answered away");
        dibs.locator("vaadin-button[theme=primary]").click(new Locator.ClickOptions().setDelay(PRESSED_MILLIS));
        assertThat(dibs.locator(".message.success")).containsText("TakeAnsweredAway.java");

        show("migrations");
        assertThat(dibs.locator("dibs-gate")).isVisible();
        assertThat(dibs.getByText("Run 1 pending")).isDisabled();
        dibs.locator("dibs-gate input").pressSequentially("deletes-data");
        dibs.getByText("Run 1 pending").click();
        assertThat(dibs.getByText("1 of 1 applied")).isVisible();
    }

    private void aFailedMigrationShowsItsStatementAndItsLine() throws IOException {
        show("migrations");
        assertThat(dibs.getByText("Run 0 pending")).isVisible();
        Path file = application.workspace().resolve(MIGRATIONS).resolve("M29990101000000Broken.java");
        Files.writeString(file, """
                package org.acme.shop.db.migrations;

                import io.quarkiverse.dibs.Migration;
                import io.quarkiverse.dibs.MigrationContext;

                /** Fails. */
                @Migration
                public class M29990101000000Broken {

                    void migrate(MigrationContext db) {
                        db.execute("ALTER TABLE reviews ADD COLUMN broken no_such_type");
                    }
                }
                """);
        dibs.getByText("Run 1 pending").click();
        assertThat(dibs.getByText("The run failed")).isVisible();
        assertThat(dibs.locator(".message.error").first()).containsText("no_such_type");
        assertThat(dibs.getByText("M29990101000000Broken.java:11").first()).isVisible();
        shootBoth("failed");
        Files.writeString(file, Files.readString(file)
                .replace("ALTER TABLE reviews ADD COLUMN broken no_such_type", "SELECT 1").replace("Fails.", "Works now."));
        assertThat(dibs.getByText("Works now.")).isVisible();
        dibs.getByText("Run 1 pending").click();
        assertThat(dibs.getByText("1 of 1 applied")).isVisible();
    }

    private void sourcesThatDoNotCompileAreSaidToBeThat() {
        show("diff");
        application.edit("Review.java", "public class Review", "public clas Review");
        assertThat(dibs.getByText("The sources do not become an application")).isVisible();
        shootBoth("sources");
        application.edit("Review.java", "public clas Review", "public class Review");
        assertThat(dibs.getByText("The sources do not become an application")).not().isVisible();
    }

    private void twoWindowsShowTheSame() {
        Page other = chromium.window(ColorScheme.DARK);
        show("diff");
        other.navigate(application.page("diff"));
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
        assertThat(other.getByText("The database is what the entities say")).isVisible();
        application.edit("Review.java", "    @LongText\n", "    public int stars;\n\n    @LongText\n");
        assertThat(dibs.getByText("reviews.stars").first()).isVisible();
        assertThat(other.getByText("reviews.stars").first()).isVisible();
        application.edit("Review.java", "    public int stars;\n\n    @LongText\n", "    @LongText\n");
        assertThat(other.getByText("The database is what the entities say")).isVisible();
        other.close();
    }

    /** Saves and opens one page after the other, each a little later in the reload. */
    private void aPageOpenedInTheMiddleOfAReloadFillsItself() {
        String with = "    public int stars;\n\n    @LongText\n";
        String without = "    @LongText\n";
        show("diff");
        for (int moment = 0; moment < MOMENTS; moment++) {
            boolean added = moment % 2 == 0;
            application.edit("Review.java", added ? without : with, added ? with : without);
            for (int before = 0; before < moment; before++) {
                page.navigate(application.page("schema"));
            }
            show("diff");
            assertThat(dibs.getByText(added ? "reviews.stars" : "The database is what the entities say").first()).isVisible();
        }
    }

    private void aMigrationThatRunsWhenAReloadComesIsFinishedFirst() throws IOException {
        show("migrations");
        assertThat(dibs.getByText("Run 0 pending")).isVisible();
        Files.writeString(application.workspace().resolve(MIGRATIONS).resolve("M29990101000001Slow.java"), """
                package org.acme.shop.db.migrations;

                import io.quarkiverse.dibs.Migration;
                import io.quarkiverse.dibs.MigrationContext;

                /** Takes its time. */
                @Migration
                public class M29990101000001Slow {

                    void migrate(MigrationContext db) {
                        db.execute("SELECT pg_sleep(5)");
                    }
                }
                """);
        dibs.getByText("Run 1 pending").click();
        assertThat(dibs.getByText("Running 29990101000001 Slow")).isVisible();
        application.edit("Review.java", "    @LongText\n", "    public int stars;\n\n    @LongText\n");
        assertThat(dibs.getByText("1 of 1 applied")).isVisible();
        show("diff");
        assertThat(dibs.getByText("reviews.stars").first()).isVisible();
        application.edit("Review.java", "    public int stars;\n\n    @LongText\n", "    @LongText\n");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
    }

    private void entitiesThatTheBuildRefusesStopTheApplicationUntilTheyAreMended() {
        show("diff");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
        application.edit("Review.java", "    @LongText\n",
                "    @io.quarkiverse.dibs.ForeignKey(entity = String.class)\n    public Long nothing;\n\n    @LongText\n");
        application.awaitSaid("DIBS-0104");
        application.edit("Review.java",
                "    @io.quarkiverse.dibs.ForeignKey(entity = String.class)\n    public Long nothing;\n\n",
                "    public int stars;\n\n");
        assertThat(dibs.getByText("reviews.stars").first()).isVisible();
        application.edit("Review.java", "    public int stars;\n\n    @LongText\n", "    @LongText\n");
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
    }

    private void aDatabaseThatGoesAwayIsSaidToBeGoneAndFoundAgain() {
        show("diff");
        int port = server.port();
        server.close();
        page.keyboard().press("r");
        assertThat(dibs.getByText("The database does not answer")).isVisible();
        shootBoth("gone");
        server = EmbeddedPostgres.builder().testSettings().dataDirectory(folder.resolve("postgres")).port(port).start();
        assertThat(dibs.getByText("The database is what the entities say")).isVisible();
    }

    private void show(String name) {
        page.navigate(application.page(name));
        dibs = page.locator("qwc-dibs-" + name);
        assertThat(dibs).isVisible();
    }

    private static List<String> files(String below) {
        try (Stream<Path> files = Files.list(application.workspace().resolve(below))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void shoot(String name) {
        // the Dev UI tells there that it reaches no registry of extensions
        page.evaluate("document.querySelectorAll('vaadin-notification-container').forEach(shown => shown.remove())");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** As the page is now, in both colours. */
    private void shootBoth(String name) {
        shoot(name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.evaluate("document.documentElement.setAttribute('theme', 'dark')");
        shoot(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate("document.documentElement.setAttribute('theme', 'light')");
    }
}
