package io.quarkiverse.dibs.deployment.devservices;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.datasource.common.runtime.DataSourceUtil;

/**
 * What a datasource wants of its embedded Postgres. Two equal ones can use the same server, so that a restart of the
 * application
 * need not start another.
 *
 * @param datasource its name, {@code <default>} for the one without
 * @param major the major version, or 0 for that of the data or the newest
 * @param port or 0 for any that is free
 * @param data the folder that is kept, or empty for one that ends with the server
 * @param project the folder of the application
 */
record EmbeddedDatasourceRequest(String datasource, int major, int port, Optional<Path> data, boolean reset, Path project) {

    /** The name of a setting of the datasource. */
    String property(String name) {
        return DataSourceUtil.dataSourcePropertyKey(datasource, name);
    }

    String displayName() {
        return DataSourceUtil.isDefault(datasource) ? "the datasource" : "the datasource " + datasource;
    }
}
