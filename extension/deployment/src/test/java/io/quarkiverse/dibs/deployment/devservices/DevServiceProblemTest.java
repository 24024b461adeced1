package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;

/** The errors of embedded servers that Quarkus logs, from servers that really do not start. */
class DevServiceProblemTest {

    @TempDir
    Path folder;

    @Test
    void aVersionThatThereIsNoneOfIsAnsweredWithThoseThereAre() {
        assertThat(failure(request(12, 0, Optional.empty(), false))).hasToString("""
                DIBS-0924 Dev Services for the datasource orders: There is no embedded Postgres 12
                  at quarkus.dibs.devservices.version=12
                  to do: Take one of 14, 15, 16, 17, 18, or start a container engine. Or give the datasource a URL \
                (quarkus.datasource."orders".reactive.url).""");
    }

    @Test
    void keptDataOfAnotherVersionIsLeftAlone() {
        EmbeddedPostgres.builder().dataDirectory(folder).major(15).start().close();
        DevServiceFailure failure = failure(request(16, 0, Optional.of(folder), false));
        assertThat(failure.toString()).startsWith("DIBS-0925").contains("is of Postgres 15, not 16",
                "at quarkus.dibs.devservices.version=16", "-Dquarkus.dibs.devservices.reset=true");
        try (EmbeddedPostgres still = EmbeddedPostgres.builder().dataDirectory(folder).start()) {
            assertThat(still.isOwner()).isTrue();
        }
    }

    @Test
    void keptDataThatIsInUseIsNotDeleted() {
        try (EmbeddedPostgres other = EmbeddedPostgres.builder().dataDirectory(folder).major(15).start()) {
            assertThat(failure(request(0, 0, Optional.of(folder), true)).toString()).startsWith("DIBS-0926")
                    .contains("at quarkus.dibs.devservices.reset=true", folder.toString());
            assertThat(other.dataDirectory()).isDirectory();
        }
    }

    @Test
    void whatHasNoEffectIsSaid() {
        EmbeddedDatasourceRequest reset = request(0, 0, Optional.empty(), true);
        EmbeddedDatasourceRequest port = request(0, 5433, Optional.of(folder), true);

        assertThat(DevServiceProblem.withoutEffect(reset, 40000)).singleElement().asString()
                .contains("quarkus.dibs.devservices.reset=true deletes nothing", "quarkus.dibs.devservices.keep=true");
        assertThat(DevServiceProblem.withoutEffect(port, 40000)).singleElement().asString()
                .startsWith("quarkus.datasource.\"orders\".devservices.port=5433 has no effect").contains("port 40000");
        assertThat(DevServiceProblem.withoutEffect(port, 5433)).isEmpty();
    }

    @Test
    void thereIsNoTraceAndNoCause() {
        DevServiceFailure failure = failure(request(12, 0, Optional.empty(), false));
        assertThat(failure.getStackTrace()).isEmpty();
        assertThat(failure).hasNoCause();
    }

    private EmbeddedDatasourceRequest request(int major, int port, Optional<Path> data, boolean reset) {
        return new EmbeddedDatasourceRequest("orders", major, port, data, reset, folder);
    }

    private static DevServiceFailure failure(EmbeddedDatasourceRequest request) {
        EmbeddedDatasource datasource = new EmbeddedDatasource(request);
        try {
            return catchThrowableOfType(DevServiceFailure.class, datasource::start);
        } finally {
            datasource.close();
        }
    }
}
