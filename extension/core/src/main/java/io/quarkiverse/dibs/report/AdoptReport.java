package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/**
 * What begins the workspace of a database that is there already.
 *
 * @param version the last of its baseline migrations
 * @param entities the sources of its entities
 * @param migrations what makes the same on an empty database
 * @param notes what the database has and the entities do not say
 */
public record AdoptReport(String database, String version, List<Source> entities, List<GeneratedMigration> migrations,
        List<String> notes) {

    public AdoptReport {
        Objects.requireNonNull(database);
        Objects.requireNonNull(version);
        entities = List.copyOf(entities);
        migrations = List.copyOf(migrations);
        notes = List.copyOf(notes);
    }

    /** A file in the package of the entities. */
    public record Source(String fileName, String text) {
    }
}
