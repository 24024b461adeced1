package io.quarkiverse.dibs.runtime;

import java.util.List;

import io.quarkiverse.dibs.spi.MigrationInvoker;

/** The migrations of the application, by version. The build generates the only implementation. */
public interface DibsMigrations {

    List<MigrationInvoker> all();
}
