package io.quarkiverse.dibs.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** How an editor is told to show a line, which is not the same for all. One that nobody knows gets the file alone. */
final class EditorLine {

    private static final Set<String> PLUS = Set.of("vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient",
            "micro", "joe", "jed", "mg", "ne", "kak", "gedit", "less");
    private static final Set<String> GOTO = Set.of("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf");
    private static final Set<String> COLON = Set.of("hx", "helix", "subl", "sublime_text", "zed", "lapce");
    private static final Set<String> DASHES = Set.of("idea", "idea.sh", "idea64", "kate");

    private EditorLine() {
    }

    /**
     * @param command what the user's environment says, with arguments of its own
     * @return what is to stand behind it
     */
    static List<String> arguments(String command, Path file, int line) {
        String program = command.strip().split("\\s+")[0];
        String name = program.substring(program.lastIndexOf('/') + 1);
        if (PLUS.contains(name)) {
            return List.of("+" + line, file.toString());
        }
        if (GOTO.contains(name)) {
            return List.of("--goto", file + ":" + line);
        }
        if (COLON.contains(name)) {
            return List.of(file + ":" + line);
        }
        return DASHES.contains(name) ? List.of("--line", String.valueOf(line), file.toString()) : List.of(file.toString());
    }
}
