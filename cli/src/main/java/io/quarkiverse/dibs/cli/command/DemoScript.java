package io.quarkiverse.dibs.cli.command;

import java.util.List;

/** What the demo does, in order. */
final class DemoScript {

    private static final Runnable NOTHING = () -> {
    };

    private DemoScript() {
    }

    /**
     * One scene: an edit of the sources, then commands, then files to show.
     *
     * @param show what the class names of the migrations end with
     */
    record Scene(String title, Runnable change, List<List<String>> commands, List<String> show) {
    }

    static List<Scene> scenes(DemoChanges changes) {
        return List.of(
                new Scene("The entities of a shop, no migration yet, and an empty database", changes::removeMigrations,
                        List.of(List.of("diff")), List.of()),
                new Scene("Write the difference as a migration in Java", NOTHING,
                        List.of(List.of("generate-from-diff", "create-shop")), List.of("CreateShop")),
                new Scene("A second migration, written by hand, brings customers; apply both", changes::addCustomers,
                        List.of(List.of("migrate"), List.of("status")), List.of()),
                new Scene("Change an entity: rename a column, add one that every row needs, refer to a new table",
                        changes::changeCustomer, List.of(List.of("diff")), List.of()),
                new Scene("Again as migrations: the new column gets a backfill between two steps", NOTHING,
                        List.of(List.of("generate-from-diff", "loyalty")),
                        List.of("Loyalty", "Loyalty2", "Loyalty3")),
                new Scene("Say what the backfill writes, and apply them", changes::completeBackfill,
                        List.of(List.of("migrate"), List.of("status")), List.of()),
                new Scene("The database is what the entities say", NOTHING, List.of(List.of("check")), List.of()));
    }
}
