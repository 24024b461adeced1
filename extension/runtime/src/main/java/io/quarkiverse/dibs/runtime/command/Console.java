package io.quarkiverse.dibs.runtime.command;

import java.io.PrintStream;

/** Where commands write: results to one stream, everything said to people beside them to the other. */
public record Console(PrintStream out, PrintStream err) {

    /** The process' own; the only place of the service that names them. */
    public static Console standard() {
        return new Console(System.out, System.err);
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    void say(String line) {
        err.println(line);
    }
}
