package io.quarkiverse.dibs.deployment.build;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;

/** Its method is package-private, as in the documentation. */
@Migration
public class M1CreateThings {

    static int calls;

    void migrate(MigrationContext db) {
        calls++;
    }
}
