package io.quarkiverse.dibs.source;

import java.util.List;

/**
 * The source of one entity or enum.
 *
 * @param fileName the class name and {@code .java}
 * @param notes what the database has and it cannot say
 */
public record EntityFile(String fileName, String source, List<String> notes) {

    public EntityFile {
        notes = List.copyOf(notes);
    }
}
