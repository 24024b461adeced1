package io.quarkiverse.dibs.cli.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.style.Color;
import io.quarkiverse.dibs.cli.tui.state.Effect;
import io.quarkiverse.dibs.cli.tui.state.Event;
import io.quarkiverse.dibs.cli.tui.state.Tab;
import io.quarkiverse.dibs.cli.tui.view.Looks;
import io.quarkiverse.dibs.report.MigrationEvent;

/** What the screens look like, in the two sizes that have to work: one pane above the other, and side by side. */
class ScreensTest {

    private static final Looks ASCII = new Looks(false, false);

    record Case(String name, int columns, int rows) {
        Driver loaded() {
            return Driver.loaded(columns, rows);
        }

        void shows(String what, Driver driver) {
            Screens.isAsRecorded(what + "-" + columns + "x" + rows, driver.screen());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> sizes() {
        return Stream.of(new Case("80x24", 80, 24), new Case("140x40", 140, 40));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theSchemaIsATreeWithDocumentationAndSource(Case size) {
        size.shows("schema", size.loaded().press("1", "j", "l", "j", "j"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theChangesAreGroupedByTableWithTheirStep(Case size) {
        size.shows("changes", size.loaded().press("j", "j", "j"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theMigrationsShowTheirSource(Case size) {
        size.shows("migrations", size.loaded().press("3", "G"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theFirstScreenSaysWhatIsUnderWay(Case size) {
        size.shows("beginning", Driver.begin(size.columns(), size.rows()).happened(new Event.UnderWay("building shop-db ...")));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aMigrationIsShownBeforeItIsWritten(Case size) {
        Driver driver = size.loaded().press("g", "n");
        driver.happened(new Event.Previewed(((Effect.Preview) driver.lastEffect()).wish(), Samples.GENERATED));

        size.shows("generate", driver.press("TAB"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aFailedRunShowsWhereAndWhy(Case size) {
        Driver driver = size.loaded().press("3", "m", "ENTER").happened(
                new Event.Happened(new MigrationEvent.Started("20260119090000", "NameCustomers", 1, 1, true)),
                new Event.Happened(new MigrationEvent.Statement("20260119090000", 1, "SELECT 1", true, OptionalLong.of(1), 12)),
                new Event.Happened(new MigrationEvent.Failed("20260119090000", "NameCustomers", Samples.FAILED, true,
                        OptionalInt.empty(), List.of("> 7 |   db.execute(\"UPDATE customers SET name = email\");"))),
                new Event.Happened(new MigrationEvent.Summary(MigrationEvent.Outcome.FAILED, List.of(), List.of(),
                        List.of("20260119090000"), List.of(), 40)),
                new Event.RunEnded(Optional.empty()));

        size.shows("failed-run", driver.press("k"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void anEntityThatDoesNotCompileTakesThePlaceOfTheLists(Case size) {
        size.shows("does-not-build", size.loaded().happened(new Event.FetchFailed(Tab.CHANGES, Samples.DOES_NOT_BUILD)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theKeysAreExplained(Case size) {
        size.shows("help", size.loaded().press("?"));
    }

    @Test
    void aRunShowsHowFarItIs() {
        Driver driver = Driver.loaded(80, 24).press("m", "ENTER").happened(
                new Event.Happened(new MigrationEvent.Started("20260119090000", "NameCustomers", 2, 4, false)),
                new Event.Happened(new MigrationEvent.Log("20260119090000", "INFO", "migration", "half way")),
                new Event.Happened(new MigrationEvent.Progress("20260119090000", "display names", 30, 100, 12,
                        OptionalLong.of(6_000))));

        Screens.isAsRecorded("running-80x24", driver.screen());
    }

    @Test
    void withoutUnicodeAndColoursNothingIsLost() {
        Driver driver = Driver.loaded(80, 24).press("j", "j", "j");
        Buffer buffer = driver.buffer(ASCII);

        Screens.isAsRecorded("changes-ascii-80x24", Screens.text(buffer));
        assertThat(Screens.text(buffer)).matches("[\\x20-\\x7e\\n]*");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 80; x++) {
                assertThat(buffer.get(x, y).style().fg()).isEmpty();
            }
        }
    }

    @Test
    void whatComesIsGreenAndWhatGoesIsRed() {
        Buffer buffer = Driver.loaded(80, 24).buffer(new Looks(true, true));

        List<Color> colours = Stream.of(6, 7)
                .map(y -> buffer.get(5, y).style().fg().orElseThrow(() -> new AssertionError(Screens.text(buffer)))).toList();
        assertThat(colours).containsExactly(Color.GREEN, Color.RED);
    }

    @Test
    void aTerminalThatIsTooSmallIsToldSo() {
        assertThat(Driver.loaded(30, 8).screen()).startsWith("dibs needs 40x10\n");
    }

    @Test
    void whatADatabaseSaysCannotCommandTheTerminal() {
        Driver driver = Driver.loaded(80, 24)
                .happened(new Event.UnderWay("working"), new Event.Said("\u001b[2Jgone"),
                        new Event.Said("\u001b]0;title\u0007"));

        assertThat(driver.screen()).doesNotContain("\u001b", "\u0007").contains("?]0;title?");
    }
}
