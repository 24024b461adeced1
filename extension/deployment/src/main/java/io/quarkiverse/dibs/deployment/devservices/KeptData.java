package io.quarkiverse.dibs.deployment.devservices;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.datasource.common.runtime.DataSourceUtil;

/**
 * Where the data of embedded servers is kept.
 *
 * @param state the folder of what is no source
 * @param migrated the datasource whose database dibs works on, empty for the one without a name
 */
record KeptData(Path state, Optional<String> migrated) {

    /** The command knows one folder, so that the database it works on is there, whatever its datasource is called. */
    Path of(String datasource) {
        return state.resolve(datasource.equals(migrated.orElse(DataSourceUtil.DEFAULT_DATASOURCE_NAME)) ? "postgres"
                : "postgres-" + folder(datasource));
    }

    /** Names that differ in nothing but what a folder's name may not have are those of different databases. */
    private static String folder(String datasource) {
        String plain = datasource.replaceAll("[^\\w-]", "_");
        return plain.equals(datasource) || DataSourceUtil.isDefault(datasource) ? plain
                : plain + "-" + Integer.toHexString(datasource.hashCode());
    }
}
