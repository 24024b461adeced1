package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.SchemaReport;

/** Something that happened: a key, a size, or what came of an effect. Says itself what it changes. */
public sealed interface Event {

    Next after(TuiState state);

    /** A key was pressed. */
    record Pressed(Key key) implements Event {
        @Override
        public Next after(TuiState state) {
            TuiState seen = state.with(Notice.NONE);
            return state.dialog().isPresent() ? state.dialog().get().pressed(seen, key)
                    : MainKeys.pressed(seen, key, state.waitsForG());
        }
    }

    /** The terminal has another size. */
    record Resized(Size size) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.with(size));
        }
    }

    /** A moment has passed while something is under way. */
    record Ticked() implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.ticked());
        }
    }

    /** What is being done at the moment; empty when nothing is. */
    record UnderWay(String what) implements Event {
        public UnderWay {
            Objects.requireNonNull(what);
        }

        @Override
        public Next after(TuiState state) {
            return Next.of(state.underWay(what));
        }
    }

    /** What is being done said something; when nothing is, nobody is kept waiting by it. */
    record Said(String line) implements Event {
        public Said {
            Objects.requireNonNull(line);
        }

        @Override
        public Next after(TuiState state) {
            return Next.of(state.isBusy() && !line.isBlank() ? state.underWay(line) : state);
        }
    }

    /** The schema is there. */
    record SchemaFetched(SchemaReport schema) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.keepingSelection(Tab.SCHEMA, state.withSchema(Loaded.of(schema))));
        }
    }

    /** The difference is there. */
    record DiffFetched(DiffReport diff) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.keepingSelection(Tab.CHANGES, state.withDiff(Loaded.of(diff))));
        }
    }

    /** The migrations are there. */
    record MigrationsFetched(Migrations migrations) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.keepingSelection(Tab.MIGRATIONS, state.withMigrations(Loaded.of(migrations))));
        }
    }

    /**
     * What a tab shows could not be fetched. A rename that has been done, or that the entities took back, is no wish any more.
     */
    record FetchFailed(Tab tab, Problem problem) implements Event {
        private static final String RENAME_REFUSED = "DIBS-0301";

        @Override
        public Next after(TuiState state) {
            if (problem.code().equals(RENAME_REFUSED) && !state.renames().agreed().isEmpty()) {
                return state.with(state.renames().withoutAgreed()).fetch();
            }
            TuiState failed = switch (tab) {
                case SCHEMA -> state.withSchema(state.schema().failed(problem));
                case CHANGES -> state.withDiff(state.diff().failed(problem));
                case MIGRATIONS -> state.withMigrations(state.migrations().failed(problem));
            };
            return Next.of(failed.with(tab, failed.pane(tab).scrollTo(0)));
        }
    }

    /** The preview of this wish is there. */
    record Previewed(Effect.Wish wish, GenerateReport report) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.dialog().filter(GenerateDialog.class::isInstance).map(GenerateDialog.class::cast)
                    .map(dialog -> state.with(dialog.previewed(wish, report))).orElse(state));
        }
    }

    /** There is no preview. */
    record PreviewFailed(Effect.Wish wish, Problem problem) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.dialog().filter(GenerateDialog.class::isInstance).map(GenerateDialog.class::cast)
                    .map(dialog -> state.with(dialog.failed(wish, problem))).orElse(state));
        }
    }

    /**
     * Migrations are written.
     *
     * @param withheld what was left out
     */
    record Written(List<String> files, List<String> withheld) implements Event {
        public Written {
            files = List.copyOf(files);
            withheld = List.copyOf(withheld);
        }

        @Override
        public Next after(TuiState state) {
            return state.written(files, withheld);
        }
    }

    /** They could not be written. */
    record WriteFailed(Problem problem) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.dialog().filter(GenerateDialog.class::isInstance).map(GenerateDialog.class::cast)
                    .map(dialog -> state.with(dialog.notWritten(problem))).orElse(state));
        }
    }

    /** A run goes on. */
    record Happened(MigrationEvent event) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.dialog().filter(RunDialog.class::isInstance).map(RunDialog.class::cast)
                    .map(dialog -> state.with(dialog.happened(event))).orElse(state));
        }
    }

    /** The run has come to its end, or what was to run it failed. */
    record RunEnded(Optional<Problem> problem) implements Event {
        public RunEnded {
            Objects.requireNonNull(problem);
        }

        @Override
        public Next after(TuiState state) {
            return state.runEnded(problem);
        }
    }

    /** The user's editor is closed. */
    record EditorClosed() implements Event {
        @Override
        public Next after(TuiState state) {
            return state.fetch();
        }
    }

    /** Something did not work that no screen waits for. */
    record Told(Problem problem) implements Event {
        @Override
        public Next after(TuiState state) {
            return Next.of(state.with(new Notice(Tone.DANGER, problem.code() + " " + problem.message()
                    + problem.remedy().map(remedy -> "; " + remedy).orElse(""))));
        }
    }

    /** The process was asked to end from outside. */
    record Interrupted() implements Event {
        @Override
        public Next after(TuiState state) {
            return state.interrupted();
        }
    }
}
