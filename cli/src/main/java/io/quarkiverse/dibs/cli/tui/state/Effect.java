package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Objects;

/** Something that has to be done outside of the state. What comes of it comes back as an {@link Event}. */
public sealed interface Effect {

    void perform(Performer performer);

    /** Does it, or begins it without waiting. */
    interface Performer {

        void perform(Fetch effect);

        void perform(Preview effect);

        void perform(Write effect);

        void perform(Migrate effect);

        void perform(Cancel effect);

        void perform(Open effect);

        void perform(Quit effect);
    }

    /**
     * Look at everything anew; build the db module before, where its sources have changed.
     *
     * @param renames that count as renames
     */
    record Fetch(List<String> renames) implements Effect {
        public Fetch {
            renames = List.copyOf(renames);
        }

        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /** What migrations would be generated, without writing them. The wish comes back with the answer. */
    record Preview(Wish wish) implements Effect {
        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /** Generate them and write them. */
    record Write(Wish wish) implements Effect {
        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /** Run what is pending. */
    record Migrate() implements Effect {
        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /** Roll the running migration back. */
    record Cancel() implements Effect {
        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /** Show a place in the user's editor. */
    record Open(Place place) implements Effect {
        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /** End, with this exit status. */
    record Quit(int status) implements Effect {
        @Override
        public void perform(Performer performer) {
            performer.perform(this);
        }
    }

    /**
     * What is to be generated.
     *
     * @param allow the hazards that were agreed to, by name
     */
    record Wish(String name, List<String> allow, List<String> renames) {
        public Wish {
            Objects.requireNonNull(name);
            allow = List.copyOf(allow);
            renames = List.copyOf(renames);
        }
    }
}
