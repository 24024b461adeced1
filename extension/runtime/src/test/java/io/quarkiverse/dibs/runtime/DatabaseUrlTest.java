package io.quarkiverse.dibs.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.DibsException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class DatabaseUrlTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("DATABASE_URL", "postgresql://environment/db");

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(values, "test", 100)).build();
    }

    @Test
    void theFlagWinsOverTheEnvironmentAndThatOverTheDatasource() {
        Config datasource = config(Map.of("quarkus.datasource.reactive.url", "postgresql://datasource/db"));
        DibsConfig dibs = new Modules.Defaults();
        assertThat(DatabaseUrl.find("postgresql://flag/db", ENVIRONMENT, dibs, datasource)).contains("postgresql://flag/db");
        assertThat(DatabaseUrl.find(null, ENVIRONMENT, dibs, datasource)).contains("postgresql://environment/db");
        assertThat(DatabaseUrl.find(null, Map.of(), dibs, datasource)).contains("postgresql://datasource/db");
        assertThat(DatabaseUrl.find(null, Map.of("DATABASE_URL", " "), dibs, config(Map.of()))).isEmpty();
    }

    @Test
    void inDevModeTheDatabaseIsTheApplicationsWhateverTheEnvironmentSays() {
        DibsConfig dibs = new Modules.Defaults();
        assertThat(DatabaseUrl.ofApplication(ENVIRONMENT, dibs,
                config(Map.of("quarkus.datasource.reactive.url", "postgresql://datasource/db"))))
                .contains("postgresql://datasource/db");
        assertThat(DatabaseUrl.ofApplication(ENVIRONMENT, dibs, config(Map.of()))).contains("postgresql://environment/db");
    }

    @Test
    void theDatasourcesUserAndPasswordBecomePartOfTheUrl() {
        Config datasource = config(Map.of("quarkus.datasource.reactive.url", "vertx-reactive:postgresql://host:5433/db",
                "quarkus.datasource.username", "me@work", "quarkus.datasource.password", "p:/ s"));
        assertThat(DatabaseUrl.find(null, Map.of(), new Modules.Defaults(), datasource))
                .contains("vertx-reactive:postgresql://me%40work:p%3A%2F%20s@host:5433/db");
    }

    @Test
    void aNamedDatasourceIsTheOneThatIsMeant() {
        DibsConfig dibs = new Modules.Defaults() {
            @Override
            public Optional<String> datasource() {
                return Optional.of("orders");
            }
        };
        for (String key : List.of("quarkus.datasource.orders.", "quarkus.datasource.\"orders\".")) {
            Config config = config(Map.of("quarkus.datasource.reactive.url", "postgresql://default/db", key + "reactive.url",
                    "postgresql://orders/db", key + "username", "me", "quarkus.datasource.password", "of the default one"));
            assertThat(DatabaseUrl.find(null, Map.of(), dibs, config)).contains("postgresql://me@orders/db");
        }
        assertThatThrownBy(() -> DatabaseUrl.find(null, Map.of(), dibs,
                config(Map.of("quarkus.datasource.reactive.url", "postgresql://default/db"))))
                .isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0707");
    }

    @Test
    void aPasswordIsSeenWhereverItStands() {
        assertThat(DatabaseUrl.holdsPassword("postgresql://me:secret@host/db")).isTrue();
        assertThat(DatabaseUrl.holdsPassword("postgresql://host/db?user=me&password=secret")).isTrue();
        assertThat(DatabaseUrl.holdsPassword("postgresql://me@host:5432/db")).isFalse();
    }
}
