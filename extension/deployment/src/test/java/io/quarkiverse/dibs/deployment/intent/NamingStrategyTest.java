package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamingStrategyTest {

    @Test
    void snakeCaseKeepsAcronymsAndDigitsTogether() {
        assertThat(NamingStrategy.SNAKE_CASE.name("createdAt")).isEqualTo("created_at");
        assertThat(NamingStrategy.SNAKE_CASE.name("id")).isEqualTo("id");
        assertThat(NamingStrategy.SNAKE_CASE.name("HTTPServer2")).isEqualTo("http_server2");
        assertThat(NamingStrategy.SNAKE_CASE.name("userID")).isEqualTo("user_id");
        assertThat(NamingStrategy.SNAKE_CASE.name("OrderLine")).isEqualTo("order_line");
        assertThat(NamingStrategy.SNAKE_CASE.name("already_Snake")).isEqualTo("already_snake");
        assertThat(NamingStrategy.SNAKE_CASE.name("größeÜber")).isEqualTo("größe_über");
    }

    @Test
    void asIsChangesNothing() {
        assertThat(NamingStrategy.AS_IS.name("createdAt")).isEqualTo("createdAt");
    }
}
