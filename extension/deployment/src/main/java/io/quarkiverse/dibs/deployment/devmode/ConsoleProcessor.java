package io.quarkiverse.dibs.deployment.devmode;

import java.util.Optional;

import io.quarkiverse.dibs.deployment.ServiceBuildItem;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ConsoleCommandBuildItem;

/** {@code dibs} on the prompt of dev mode. */
@BuildSteps(onlyIf = IsDevelopment.class)
class ConsoleProcessor {

    @BuildStep
    void command(Optional<ServiceBuildItem> service, BuildProducer<ConsoleCommandBuildItem> commands) {
        if (service.isEmpty()) {
            commands.produce(new ConsoleCommandBuildItem(new DibsConsoleCommand()));
        }
    }
}
