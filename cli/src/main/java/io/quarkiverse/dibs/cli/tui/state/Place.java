package io.quarkiverse.dibs.cli.tui.state;

import java.util.Objects;

/**
 * A place in a file.
 *
 * @param file its path, below the sources of the db module or absolute
 * @param line from 1
 */
public record Place(String file, int line) {
    public Place {
        Objects.requireNonNull(file);
        line = Math.max(1, line);
    }
}
