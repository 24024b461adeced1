package io.quarkiverse.dibs.runtime.devmode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** The Java sources of migrations in the source roots of dev mode. Reads nothing outside of these. */
public final class MigrationSources {

    private final List<Path> roots;

    public MigrationSources(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** @param file below a source root, as {@link MigrationInvoker#sourceFile} says it */
    public Optional<Path> find(String file) {
        return roots.stream().map(root -> root.resolve(file).normalize()).filter(path -> !file.isEmpty()
                && roots.stream().anyMatch(path::startsWith) && Files.isRegularFile(path)).findFirst();
    }

    public Optional<String> read(String file) {
        return find(file).map(path -> {
            try {
                return Files.readString(path);
            } catch (IOException e) {
                return "";
            }
        });
    }

    /** What pending migrations delete, as the comments say that dibs wrote above such statements. */
    List<String> consentOf(List<MigrationInvoker> migrations, StatusReport status) {
        Set<String> pending = status.migrations().stream().filter(MigrationStates::isOutstanding).map(MigrationRow::version)
                .collect(Collectors.toSet());
        List<String> asked = new ArrayList<>();
        migrations.stream().filter(migration -> pending.contains(migration.version()))
                .forEach(migration -> asked.addAll(losses(migration)));
        return asked;
    }

    /** What the source of a migration says that it deletes. */
    public List<String> losses(MigrationInvoker migration) {
        String mark = "// " + Hazard.DELETES_DATA.writtenName() + ": ";
        return read(migration.sourceFile()).stream().flatMap(String::lines).map(String::strip)
                .filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length())).toList();
    }
}
