package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/**
 * The migrations that a diff asks for, in order: more than one when some steps cannot share a transaction.
 *
 * @param withheld dangerous steps that were left out, each with what to type to have it
 */
public record GenerateReport(DiffReport diff, List<GeneratedMigration> migrations, List<String> withheld) {

    public GenerateReport {
        Objects.requireNonNull(diff);
        migrations = List.copyOf(migrations);
        withheld = List.copyOf(withheld);
    }
}
