package io.quarkiverse.dibs.cli.command;

import java.util.List;

/** What the demo does, in order. */
final class DemoScript {

    private DemoScript() {
    }

    /**
     * One scene: an edit of the sources, then commands, then files to show.
     *
     * @param show names of generated migrations, without version
     */
    record Scene(String title, Runnable change, List<List<String>> commands, List<String> show) {
    }

    static List<Scene> scenes(DemoChanges changes) {
        Runnable nothing = () -> {
        };
        return List.of(
                new Scene("An empty database and the entities of a shop", nothing, List.of(List.of("diff")), List.of()),
                new Scene("Apply the migrations that the shop has", nothing, List.of(List.of("migrate"), List.of("status")),
                        List.of()),
                new Scene("In sync", nothing, List.of(List.of("check")), List.of()));
    }
}
