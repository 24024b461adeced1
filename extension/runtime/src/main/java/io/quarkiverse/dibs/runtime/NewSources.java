package io.quarkiverse.dibs.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.text.NewFiles;
import io.quarkiverse.dibs.report.GenerateReport;

/** Writes what was generated into a source tree: all migrations of it or none, never over a file. */
public final class NewSources {

    private NewSources() {
    }

    /**
     * @param root the source root
     * @param sql whether the SQL for review is written beside the Java
     * @return the files of Java, in the order of the migrations
     * @throws DibsException DIBS-0731 when one is there already, DIBS-0732 when one cannot be written
     */
    public static List<Path> write(GenerateReport generated, Path root, boolean sql) {
        List<Path> files = new ArrayList<>();
        Map<Path, String> texts = new LinkedHashMap<>();
        generated.migrations().forEach(migration -> {
            files.add(root.resolve(migration.path()));
            texts.put(root.resolve(migration.path()), migration.source());
            if (sql) {
                texts.put(root.resolve(migration.sqlPath()), migration.sql());
            }
        });
        new NewFiles("DIBS-0731", "DIBS-0732").write(texts);
        return files;
    }
}
