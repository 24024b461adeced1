package io.quarkiverse.dibs.cli.module;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What differs between operating systems when processes are started. */
final class Platform {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** A file that is always empty. */
    static final File NOTHING = new File(WINDOWS ? "NUL" : "/dev/null");

    private Platform() {
    }

    /** The program of the JVM that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java").toString();
    }

    /**
     * The command so that Ctrl-C at the terminal does not reach it: only its parent hears it, and says what is to be done. (The
     * JVM respects an interrupt signal that is ignored from the start.)
     */
    static List<String> ignoringInterrupts(List<String> command) {
        if (WINDOWS) {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }
}
