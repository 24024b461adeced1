package io.quarkiverse.dibs.deployment;

import io.quarkus.builder.item.SimpleBuildItem;

/** Present when the module that is built is to be the database's own program. */
public final class ServiceBuildItem extends SimpleBuildItem {
}
