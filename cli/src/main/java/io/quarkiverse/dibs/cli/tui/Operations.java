package io.quarkiverse.dibs.cli.tui;

import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.dibs.cli.tui.state.Effect.Wish;
import io.quarkiverse.dibs.cli.tui.state.Migrations;
import io.quarkiverse.dibs.cli.tui.state.Place;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.SchemaReport;

/**
 * What the screens are about: the operations of the commands. Called on one thread, but for {@link #cancel} and
 * {@link #edit}; all throw what the commands throw.
 */
public interface Operations {

    /** To be called before the others when something may have changed: builds and starts what has to be. */
    void refresh();

    SchemaReport schema();

    DiffReport diff(List<String> renames);

    Migrations migrations();

    /** What would be written. */
    GenerateReport preview(Wish wish);

    /** Writes it. */
    Written write(Wish wish);

    /** Runs what is pending; the events come on this thread. */
    void migrate(Consumer<MigrationEvent> events);

    /** Rolls the running migration back. From any thread. */
    void cancel();

    /** Opens the place in the user's editor and waits until that is closed. */
    void edit(Place place);

    /** Ends what nobody waits for any more, at the end of everything. From any thread. */
    void stop();

    /** What is wrong, in the words of the commands. */
    Problem problem(Throwable failure);

    /**
     * Files that were written.
     *
     * @param withheld what was left out
     */
    record Written(List<String> files, List<String> withheld) {
        public Written {
            files = List.copyOf(files);
            withheld = List.copyOf(withheld);
        }
    }
}
