package io.quarkiverse.dibs.deployment.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The table of properties in the docs is the one that Quarkus makes of their Javadoc; {@code -Dupdate} writes it anew. */
class ConfigurationReferenceTest {

    private static final Path MADE = Path.of("target/quarkus-generated-doc/config/quarkus-dibs.adoc");
    private static final Path SHOWN = Path.of("../../docs/modules/ROOT/pages/includes/quarkus-dibs.adoc");

    @Test
    void thePageShowsEveryPropertyAsItIsToday() throws IOException {
        String made = Files.readString(MADE);
        if (System.getProperty("update") != null) {
            Files.writeString(SHOWN, made);
        }
        assertThat(made).contains("`quarkus.dibs.service`", "`quarkus.dibs.lock-timeout`");
        assertThat(Files.readString(SHOWN)).isEqualTo(made);
    }
}
