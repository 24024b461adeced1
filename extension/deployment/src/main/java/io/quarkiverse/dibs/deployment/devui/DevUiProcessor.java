package io.quarkiverse.dibs.deployment.devui;

import java.util.Optional;

import io.quarkiverse.dibs.deployment.ServiceBuildItem;
import io.quarkiverse.dibs.runtime.devui.DibsJsonRpc;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** The card of dibs in the Dev UI, its pages, and what they call. */
@BuildSteps(onlyIf = IsDevelopment.class)
class DevUiProcessor {

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

    /** Without any input: with one, the build of dev mode would be a ring. */
    @BuildStep
    JsonRPCProvidersBuildItem calls() {
        return new JsonRPCProvidersBuildItem(DibsJsonRpc.class);
    }
}
