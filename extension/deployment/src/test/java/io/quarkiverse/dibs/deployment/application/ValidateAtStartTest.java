package io.quarkiverse.dibs.deployment.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** An application whose database is not migrated does not start, where it is told to look. */
class ValidateAtStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Article.class, M1CreateArticles.class, ServerForApplications.class))
            .overrideConfigKey("quarkus.datasource.devservices.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.dibs.migration-url", ServerForApplications.url("ValidateAtStartTest"))
            .overrideRuntimeConfigKey("quarkus.dibs.validate-at-start", "fail")
            .assertException(failure -> assertThat(failure).hasMessageContainingAll("DIBS-0720", "pending migrations",
                    "1 CreateArticles", "+ articles"));

    @Test
    void theApplicationDoesNotStart() {
        Assertions.fail("it must not start");
    }
}
