package io.quarkiverse.dibs.cli.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.cli.tui.state.Effect;
import io.quarkiverse.dibs.cli.tui.state.Effect.Wish;
import io.quarkiverse.dibs.cli.tui.state.Event;
import io.quarkiverse.dibs.cli.tui.state.Place;
import io.quarkiverse.dibs.cli.tui.state.Tab;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.MigrationEvent;

/** What each key does, without a terminal. */
class KeysTest {

    private static final List<String> RENAMED = List.of("customers.name=customers.display_name");

    private final Driver driver = Driver.loaded(80, 24);

    @Test
    void numbersAndLettersMove() {
        assertThat(driver.press("1").tab()).isEqualTo(Tab.SCHEMA);
        assertThat(driver.press("3").tab()).isEqualTo(Tab.MIGRATIONS);
        assertThat(driver.press("G").selected()).contains("NameCustomers");
        assertThat(driver.press("k").selected()).contains("CreateOrders");
        assertThat(driver.press("gg").selected()).contains("CreateCatalogue");
        assertThat(driver.press("^D").selected()).contains("NameCustomers");
        assertThat(driver.press("^U", "DOWN").selected()).contains("CreateOrders");
    }

    @Test
    void tablesAreOpenedAndClosed() {
        driver.press("1", "j");
        int closed = driver.state().rows().size();

        assertThat(driver.press("ENTER").state().rows()).hasSize(closed + 3);
        assertThat(driver.press("j", "j").selected()).startsWith("email");
        assertThat(driver.press("h").selected()).startsWith("customers");
        assertThat(driver.press("h").state().rows()).hasSize(closed);
        assertThat(driver.press("RIGHT").state().rows()).hasSize(closed + 3);
    }

    @Test
    void aFilterKeepsTheRowsThatHoldIt() {
        driver.press("1", "/", "email");

        assertThat(driver.state().rows()).extracting(row -> row.text().text()).anyMatch(text -> text.startsWith("customers"))
                .anyMatch(text -> text.startsWith("email")).noneMatch(text -> text.startsWith("orders"));
        assertThat(driver.press("ENTER", "j").selected()).startsWith("email");
        assertThat(driver.press("ESCAPE").state().rows()).extracting(row -> row.text().text())
                .anyMatch(text -> text.startsWith("orders"));
    }

    @Test
    void theSourceIsOpenedAtItsLine() {
        driver.press("1", "j", "l", "j", "j", "o");

        assertThat(driver.lastEffect()).isEqualTo(new Effect.Open(new Place("org/acme/shop/db/Customer.java", 34)));
        assertThat(driver.press("3", "G", "o").lastEffect()).isEqualTo(
                new Effect.Open(new Place("org/acme/shop/db/migrations/M20260119090000NameCustomers.java", 6)));
        driver.happened(new Event.FetchFailed(Tab.MIGRATIONS, Samples.DOES_NOT_BUILD));
        assertThat(driver.press("o").lastEffect()).isEqualTo(
                new Effect.Open(new Place("/shop/shop-db/src/main/java/org/acme/shop/db/Review.java", 24)));
    }

    @Test
    void aRenameThatFitsNoLongerIsForgottenAndTheChangesAreLookedAtWithoutIt() {
        driver.press("g", "y");

        driver.happened(new Event.FetchFailed(Tab.CHANGES, Problem.of("DIBS-0301", Category.USAGE,
                "--rename customers.name=customers.display_name: there is no customers.name before")));

        assertThat(driver.lastEffect()).isEqualTo(new Effect.Fetch(List.of()));
        assertThat(driver.state().diff().problem()).isEmpty();
        driver.happened(new Event.FetchFailed(Tab.CHANGES, Problem.of("DIBS-0301", Category.USAGE, "no")));
        assertThat(driver.state().diff().problem()).isPresent();
    }

    @Test
    void aLikelyRenameIsAskedBeforeAnythingIsGenerated() {
        assertThat(driver.press("g").screen()).contains("Is this a rename?", "customers.display_name");

        driver.press("y");

        assertThat(driver.lastEffect()).isEqualTo(new Effect.Preview(
                new Wish("change-customers-and-reviews", List.of(), RENAMED)));
        assertThat(driver.press("ESCAPE", "r").lastEffect()).as("later looks know it too")
                .isEqualTo(new Effect.Fetch(RENAMED));
    }

    @Test
    void whatDeletesDataIsWrittenOnlyAfterItsNameWasTyped() {
        preview(driver.press("g", "n"), Samples.GENERATED);
        assertThat(driver.screen()).contains("left out: column customers.name: --allow deletes-data", "write without it");

        driver.press("TAB", "TAB", "--allow deletes-data", "ENTER");

        assertThat(driver.lastEffect()).isEqualTo(new Effect.Preview(
                new Wish("change-customers-and-reviews", List.of("deletes-data"), List.of())));
        preview(driver, new GenerateReport(Samples.DIFF, Samples.GENERATED.migrations(), List.of()));
        driver.press("TAB", "^U", "tidy-up", "ENTER");
        assertThat(driver.lastEffect())
                .isEqualTo(new Effect.Write(new Wish("tidy-up", List.of("deletes-data"), List.of())));
    }

    @Test
    void whenAllWouldDeleteDataTheConsentCanStillBeTyped() {
        driver.press("g", "n");
        driver.happened(new Event.PreviewFailed(wish(driver),
                Problem.of("DIBS-0505", Category.REFUSED, "all that differs would delete data")));

        int before = driver.effects();
        assertThat(driver.press("ENTER").effects()).as("nothing is written").isEqualTo(before);
        assertThat(driver.press("TAB", "TAB", "deletes-data", "ENTER").lastEffect()).isEqualTo(new Effect.Preview(
                new Wish("change-customers-and-reviews", List.of("deletes-data"), List.of())));
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNotTakenForThePreview() {
        driver.press("g", "n");
        Wish first = wish(driver);
        driver.press("ESCAPE", "?", "ESCAPE");
        driver.happened(new Event.Previewed(first, Samples.GENERATED));

        assertThat(driver.screen()).doesNotContain("Generate a migration");
    }

    @Test
    void gTwiceGoesToTheTopOnTheChangesToo() {
        driver.press("j", "ENTER").press("ESCAPE", "G", "g", "n", "g");

        assertThat(driver.state().dialog()).isEmpty();
        assertThat(driver.state().pane().selected()).isZero();
    }

    @Test
    void whatWasWrittenIsPendingAndTheFailureToWriteIsShown() {
        preview(driver.press("g", "n"), Samples.GENERATED);
        driver.press("ENTER").happened(new Event.WriteFailed(
                Problem.of("DIBS-0932", Category.USAGE, "M1.java cannot be written: read-only")
                        .remedy("Make its folder writable.")));
        assertThat(driver.screen()).contains("DIBS-0932 M1.java cannot be written", "Make its folder writable.");

        driver.press("ENTER").happened(new Event.Written(List.of("org/acme/M1Tidy.java"), List.of()));

        assertThat(driver.tab()).isEqualTo(Tab.MIGRATIONS);
        assertThat(driver.lastEffect()).isInstanceOf(Effect.Fetch.class);
        assertThat(driver.screen()).contains("written: M1Tidy.java; m migrates");
    }

    @Test
    void migrationsRunAfterTheUserHasSeenWhich() {
        assertThat(driver.press("m").screen()).contains("Run 1 migration?", "20260119090000  NameCustomers",
                "on postgresql://127.0.0.1:5432/shop");
        assertThat(driver.press("n", "m", "ENTER").lastEffect()).isEqualTo(new Effect.Migrate());
        assertThat(driver.press("q", "ESCAPE").screen()).as("it cannot be left").contains("Running migrations");
        assertThat(driver.press("c").lastEffect()).isEqualTo(new Effect.Cancel());
        int before = driver.effects();
        assertThat(driver.press("^C").effects()).as("asked once").isEqualTo(before);

        driver.happened(new Event.RunEnded(Optional.empty()));

        assertThat(driver.lastEffect()).isInstanceOf(Effect.Fetch.class);
        assertThat(driver.press("ENTER").state().dialog()).isEmpty();
    }

    @Test
    void whoScrollsDuringARunIsLeftWhereTheyAre() {
        driver.press("m", "ENTER");
        logs(50, "early");
        assertThat(driver.screen()).contains("early 49").doesNotContain("early 10");
        driver.press("k");
        logs(3, "late");

        assertThat(driver.screen()).doesNotContain("late 2");
        assertThat(driver.press("G").screen()).contains("late 2");
    }

    @Test
    void theRunIsRolledBackWhenTheProcessIsToEnd() {
        driver.press("m", "ENTER").happened(new Event.Interrupted());
        assertThat(driver.lastEffect()).isEqualTo(new Effect.Cancel());

        driver.happened(new Event.RunEnded(Optional.empty()));

        assertThat(driver.lastEffect()).isEqualTo(new Effect.Quit(130));
    }

    @Test
    void qEndsWellAndControlCInterrupted() {
        assertThat(driver.press("q").lastEffect()).isEqualTo(new Effect.Quit(0));
        assertThat(driver.press("^C").lastEffect()).isEqualTo(new Effect.Quit(130));
        assertThat(driver.press("?", "^C").lastEffect()).isEqualTo(new Effect.Quit(130));
    }

    @Test
    void inSyncThereIsNothingToGenerateOrToMigrate() {
        driver.happened(new Event.DiffFetched(Samples.IN_SYNC));
        int before = driver.effects();

        assertThat(driver.press("g").screen()).contains("in sync: there is nothing to generate");
        assertThat(driver.press("j").screen()).doesNotContain("nothing to generate").contains("in sync: the database is");
        assertThat(driver.effects()).isEqualTo(before);
    }

    @Test
    void aProblemScrollsAndGoesAwayWhenItIsMended() {
        StringBuilder text = new StringBuilder("much is wrong");
        for (int i = 0; i < 60; i++) {
            text.append("\n  wrong ").append(i);
        }
        driver.happened(new Event.FetchFailed(Tab.CHANGES, Problem.of("DIBS-0911", Category.BUILD, text.toString())));

        assertThat(driver.screen()).contains("DIBS-0911 much is wrong").doesNotContain("wrong 59");
        assertThat(driver.press("G").screen()).contains("wrong 59");
        assertThat(driver.press("r").lastEffect()).isInstanceOf(Effect.Fetch.class);
        assertThat(driver.happened(new Event.DiffFetched(Samples.DIFF)).screen()).contains("reviews.answered");
    }

    @Test
    void theCursorStaysOnItsRowWhenTheListIsFetchedAgain() {
        driver.press("1", "G");
        assertThat(driver.selected()).startsWith("orders");

        driver.happened(new Event.SchemaFetched(new io.quarkiverse.dibs.report.SchemaReport("", List.of(),
                Samples.SCHEMA.tables(), List.of())));

        assertThat(driver.selected()).startsWith("orders");
    }

    @Test
    void anotherSizeKeepsEverythingElse() {
        driver.press("1", "j", "l", "j").happened(new Event.Resized(new io.quarkiverse.dibs.cli.tui.state.Size(140, 40)));

        assertThat(driver.selected()).startsWith("id");
        assertThat(driver.screen().lines().findFirst().orElseThrow()).endsWith("postgresql://127.0.0.1:5432/shop");
    }

    @Test
    void whatIsSaidBesideKeepsNobodyWaiting() {
        driver.happened(new Event.Said("db module: hello"));
        assertThat(driver.state().isBusy()).isFalse();

        driver.happened(new Event.UnderWay("looking ..."), new Event.Said("building shop-db ..."));
        assertThat(driver.screen()).contains("building shop-db ...");
        assertThat(driver.press("r").screen()).contains("still at it: building shop-db ...");
        assertThat(driver.happened(new Event.UnderWay("")).press("j").screen()).doesNotContain("building");
    }

    private void logs(int count, String text) {
        for (int i = 0; i < count; i++) {
            driver.happened(new Event.Happened(new MigrationEvent.Log("1", "INFO", "migration", text + " " + i)));
        }
    }

    private static Wish wish(Driver driver) {
        return ((Effect.Preview) driver.lastEffect()).wish();
    }

    private static void preview(Driver driver, GenerateReport report) {
        driver.happened(new Event.Previewed(wish(driver), report));
    }
}
