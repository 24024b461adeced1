package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.deployment.application.Article;
import io.quarkiverse.dibs.deployment.application.M1CreateArticles;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.mutiny.sqlclient.Pool;

/** A test of an application that says nothing about its database, on a machine without a container engine. */
class EmbeddedInTestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Article.class, M1CreateArticles.class))
            .overrideConfigKey("quarkus.dibs.devservices.embedded", "always")
            .overrideConfigKey("quarkus.dibs.devservices.version", "15")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.dibs"))
            .assertLogRecords(records -> assertThat(records).extracting(record -> record.getMessage())
                    .anyMatch(message -> message.startsWith("Dev Services for")));

    @Inject
    Pool pool;

    @Inject
    Dibs dibs;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @Test
    void theApplicationAndDibsHaveTheSameServerOfTheChosenVersion() {
        assertThat(url).startsWith("postgresql://127.0.0.1:");
        assertThat(pool.query("SHOW server_version_num").executeAndAwait().iterator().next().getString(0)).startsWith("15");

        dibs.migrate(event -> {
        });

        assertThat(pool.query("SELECT count(*) FROM articles").executeAndAwait().iterator().next().getLong(0)).isZero();
    }
}
