package io.quarkiverse.dibs.deployment;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkus.builder.item.SimpleBuildItem;

/** What the entities of the application say. */
public final class IntentBuildItem extends SimpleBuildItem {

    private final Intent intent;

    IntentBuildItem(Intent intent) {
        this.intent = intent;
    }

    public Intent intent() {
        return intent;
    }
}
