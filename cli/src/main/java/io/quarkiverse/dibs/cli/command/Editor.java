package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.cli.CliProblem;

/**
 * The user's editor: {@code VISUAL}, otherwise {@code EDITOR}, which may be a command with arguments ({@code code --wait}), so
 * the shell reads it.
 */
final class Editor {

    private final String command;

    private Editor(String command) {
        this.command = command;
    }

    /** Asked before anything is written. Throws DIBS-0950 when no editor is named. */
    static Editor required(Map<String, String> environment) {
        return Stream.of("VISUAL", "EDITOR").map(environment::get)
                .flatMap(name -> Optional.ofNullable(name).filter(text -> !text.isBlank()).stream()).findFirst()
                .map(Editor::new).orElseThrow(() -> CliProblem.usage("DIBS-0950", "no editor is named",
                        "Name one: export EDITOR=vi"));
    }

    /** Waits until the editor is closed. Throws DIBS-0951 when it fails; the files are left as they are. */
    void open(List<Path> files) {
        run(files.stream().map(Path::toString).toList(),
                "The files are written; open them by hand, or set EDITOR to another one.");
    }

    /** The same, at a line where the editor is one of those that can be told. */
    void open(Path file, int lineNumber) {
        run(EditorLine.arguments(command, file, lineNumber), "Set EDITOR to another one.");
    }

    private void run(List<String> arguments, String remedy) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", command + " \"$@\"", "editor"));
        line.addAll(arguments);
        try {
            int status = new ProcessBuilder(line).inheritIO().start().waitFor();
            if (status != 0) {
                throw failed("it ended with status " + status, remedy);
            }
        } catch (IOException e) {
            throw failed(e.getMessage(), remedy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", remedy);
        }
    }

    private RuntimeException failed(String how, String remedy) {
        return CliProblem.usage("DIBS-0951", "the editor \"" + command + "\" failed: " + how, remedy);
    }
}
