package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.deployment.application.Article;
import io.quarkiverse.dibs.deployment.application.ServerForApplications;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkus.test.QuarkusUnitTest;

/** An application that names its database gets no other, whatever is said about embedded ones. */
class UserSetUrlTest {

    private static final String URL = ServerForApplications.url("UserSetUrlTest");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Article.class, ServerForApplications.class))
            .overrideConfigKey("quarkus.dibs.devservices.embedded", "always")
            .overrideConfigKey("quarkus.datasource.reactive.url", URL)
            .setLogRecordPredicate(record -> record.getMessage().contains("Dev Services"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @Inject
    Dibs dibs;

    @Test
    void theNamedOneIsUsed() {
        assertThat(url).isEqualTo(URL);
        assertThat(dibs.diff().from()).contains(URL.substring(URL.lastIndexOf('@')));
    }
}
