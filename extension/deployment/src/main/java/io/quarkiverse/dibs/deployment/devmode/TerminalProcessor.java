package io.quarkiverse.dibs.deployment.devmode;

import java.util.logging.Level;

import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.LogCategoryBuildItem;

/**
 * Lets dev mode end with its terminal, and with it the server of its database. The library of the prompt logs that it cannot
 * write to a terminal that is gone, and the log is written to that terminal: at the end of the process two of its threads wait
 * for each other then, whatever signal comes (quarkusio/quarkus#51870).
 */
@BuildSteps(onlyIf = IsDevelopment.class)
class TerminalProcessor {

    @BuildStep
    LogCategoryBuildItem nothingFromThePrompt() {
        return new LogCategoryBuildItem("org.aesh", Level.OFF);
    }
}
