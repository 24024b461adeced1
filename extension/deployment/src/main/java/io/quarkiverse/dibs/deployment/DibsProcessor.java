package io.quarkiverse.dibs.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/** Names the feature in the start-up banner. */
class DibsProcessor {

    static final String FEATURE = "dibs";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }
}
