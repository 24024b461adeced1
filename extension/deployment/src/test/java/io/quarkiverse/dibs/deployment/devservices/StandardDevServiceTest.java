package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.deployment.application.Article;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkus.test.QuarkusUnitTest;

/** On a machine with a container engine an application that names no database gets the standard Dev Service. */
@ExtendWith(NeedsContainerEngine.class)
class StandardDevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Article.class))
            .setLogRecordPredicate(record -> record.getMessage().contains("embedded Postgres"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @Inject
    Dibs dibs;

    @Test
    void itsUrlIsTheOneThatDibsUses() {
        assertThat(url).startsWith("vertx-reactive:postgresql:");
        assertThat(dibs.diff().changes()).isNotEmpty();
    }
}
