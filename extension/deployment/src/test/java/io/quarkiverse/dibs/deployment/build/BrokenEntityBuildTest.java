package io.quarkiverse.dibs.deployment.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;
import io.quarkus.test.QuarkusUnitTest;

/** A mistake in an entity and one in a migration fail the build together. */
class BrokenEntityBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Broken.class, NoVersion.class))
            .overrideConfigKey("quarkus.datasource.devservices.enabled", "false")
            .assertException(failure -> assertThat(failure).hasMessageContainingAll("DIBS-0101", "Broken.what",
                    "@Column(type", "DIBS-0122", "NoVersion"));

    @Table
    public static class Broken {
        @PrimaryKey
        public long id;
        public Thread what;
    }

    @io.quarkiverse.dibs.Migration
    public static class NoVersion {
        void migrate(io.quarkiverse.dibs.MigrationContext db) {
        }
    }

    @Test
    void theBuildFailsWithEveryMistake() {
        Assertions.fail("the build must not succeed");
    }
}
