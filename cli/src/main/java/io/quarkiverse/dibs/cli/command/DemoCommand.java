package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.Interruption;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.cli.workspace.DevDatabase;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import io.quarkiverse.dibs.postgres.text.FileReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code dibs demo}: the main job on a copy of the example workspace with a Postgres of its own, twice round. Uses the very
 * commands that it shows; leaves nothing behind.
 */
@Command(name = "demo", description = "Show the main job on a copy of the example workspace.")
final class DemoCommand extends DibsSubcommand {

    @Option(names = "--keep", description = "leave the copy of the workspace where it is")
    private boolean keep;

    @Override
    int run(Invocation invocation) {
        Path folder = temporary();
        try {
            ExampleWorkspace.copyTo(folder.resolve("shop"));
            return play(folder.resolve("shop"), invocation.terminal());
        } finally {
            if (keep) {
                invocation.terminal().say("the workspace is in " + folder.resolve("shop"));
            } else {
                delete(folder);
            }
        }
    }

    private int play(Path root, Terminal terminal) {
        Workspace workspace = Workspace.required(root);
        DemoChanges changes = new DemoChanges(workspace.module());
        DevDatabase database = new DevDatabase(workspace);
        // one server for the whole demo: each command finds it running
        database.open();
        try {
            for (DemoScript.Scene scene : DemoScript.scenes(changes)) {
                if (Interruption.isRequested()) {
                    return 130;
                }
                terminal.print("\n" + terminal.outPalette().heading("# " + scene.title()) + "\n");
                scene.change().run();
                for (List<String> command : scene.commands()) {
                    terminal.print(terminal.outPalette().faint("$ dibs " + String.join(" ", command)) + "\n");
                    String[] arguments = arguments(command, root);
                    int status = CommandLines.create(arguments).execute(arguments);
                    if (status != OK) {
                        return status;
                    }
                }
                scene.show().forEach(name -> terminal.print(changes.text(name)));
            }
            return OK;
        } finally {
            database.reset();
        }
    }

    private static String[] arguments(List<String> command, Path root) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--embedded", "-C", root.toString()));
        return all.toArray(String[]::new);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dibs-demo-");
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0932", "there is no room for a temporary folder: " + FileReason.of(e),
                    "Set TMPDIR to a writable folder.");
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0932", folder + " cannot be deleted: " + FileReason.of(e), "Delete it yourself.");
        }
    }
}
