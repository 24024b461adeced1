package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkus.datasource.common.runtime.DataSourceUtil;

class KeptDataTest {

    private static final Path STATE = Path.of(".dibs");
    private static final String DEFAULT = DataSourceUtil.DEFAULT_DATASOURCE_NAME;

    @Test
    void theDatabaseThatDibsWorksOnIsWhereTheCommandLooks() {
        assertThat(new KeptData(STATE, Optional.empty()).of(DEFAULT)).isEqualTo(STATE.resolve("postgres"));
        assertThat(new KeptData(STATE, Optional.of("orders")).of("orders")).isEqualTo(STATE.resolve("postgres"));
    }

    @Test
    void allOthersHaveFoldersOfTheirOwn() {
        assertThat(new KeptData(STATE, Optional.empty()).of("my_orders")).isEqualTo(STATE.resolve("postgres-my_orders"));
        assertThat(new KeptData(STATE, Optional.of("orders")).of(DEFAULT)).isEqualTo(STATE.resolve("postgres-_default_"));
    }

    @Test
    void namesThatDifferInTheirSignsAloneShareNoFolder() {
        KeptData kept = new KeptData(STATE, Optional.empty());

        assertThat(List.of(kept.of("my orders"), kept.of("my.orders"), kept.of("my_orders"))).doesNotHaveDuplicates()
                .allMatch(folder -> folder.getFileName().toString().startsWith("postgres-my_orders"));
    }
}
