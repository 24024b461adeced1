package io.quarkiverse.dibs.deployment.devui;

import java.util.Optional;

import io.quarkiverse.dibs.deployment.ServiceBuildItem;
import io.quarkiverse.dibs.runtime.devui.DevUiRecorder;
import io.quarkiverse.dibs.runtime.devui.DibsJsonRpc;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import io.quarkus.vertx.http.deployment.spi.RouteBuildItem;

/** The card of dibs in the Dev UI, its pages, and what they call. */
@BuildSteps(onlyIf = IsDevelopment.class)
class DevUiProcessor {

    private static final int FIRST = Integer.MIN_VALUE + 1;

    @BuildStep
    void card(Optional<ServiceBuildItem> service, BuildProducer<CardPageBuildItem> cards) {
        if (service.isPresent()) {
            return;
        }
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder().title("Diff").icon("font-awesome-solid:code-compare")
                .tooltip("What differs between the database and the entities").componentLink("qwc-dibs-diff.js")
                .streamingLabelJsonRPCMethodName("changeCounts"));
        card.addPage(Page.webComponentPageBuilder().title("SQL").icon("font-awesome-solid:terminal")
                .tooltip("The steps in their order, and how many hazards they have").componentLink("qwc-dibs-sql.js")
                .streamingLabelJsonRPCMethodName("hazardCounts"));
        card.addPage(Page.webComponentPageBuilder().title("Generate").icon("font-awesome-solid:file-circle-plus")
                .tooltip("Write the migration").componentLink("qwc-dibs-generate.js"));
        card.addPage(Page.webComponentPageBuilder().title("Migrations").icon("font-awesome-solid:list-check")
                .tooltip("Where each migration stands, and how many are pending").componentLink("qwc-dibs-migrations.js")
                .streamingLabelJsonRPCMethodName("pendingCounts"));
        card.addPage(Page.webComponentPageBuilder().title("Schema").icon("font-awesome-solid:diagram-project")
                .tooltip("Tables, columns and their documentation").componentLink("qwc-dibs-schema.js"));
        cards.produce(card);
    }

    /** In front of all that the Dev UI answers, but behind Quarkus' own look for changed sources. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void gate(Optional<ServiceBuildItem> service, Capabilities capabilities, DevUiRecorder recorder,
            BuildProducer<RouteBuildItem> routes) {
        if (service.isEmpty() && capabilities.isPresent(Capability.VERTX_HTTP)) {
            routes.produce(RouteBuildItem.newFrameworkRoute("dev-ui/*").withOrder(FIRST).withRequestHandler(recorder.gate())
                    .build());
        }
    }

    /** Without any input: with one, the build of dev mode would be a ring. */
    @BuildStep
    JsonRPCProvidersBuildItem calls() {
        return new JsonRPCProvidersBuildItem(DibsJsonRpc.class);
    }
}
