package io.quarkiverse.dibs.deployment;

import java.util.List;

import io.quarkiverse.dibs.deployment.migration.MigrationModel;
import io.quarkus.builder.item.SimpleBuildItem;

/** The migrations of the application, by version. */
public final class MigrationsBuildItem extends SimpleBuildItem {

    private final List<MigrationModel> migrations;

    MigrationsBuildItem(List<MigrationModel> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    public List<MigrationModel> migrations() {
        return migrations;
    }
}
