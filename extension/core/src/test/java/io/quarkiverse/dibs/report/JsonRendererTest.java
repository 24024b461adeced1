package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;

class JsonRendererTest {

    @Test
    void everyDocumentSaysItsKindAndVersion() {
        assertThat(JsonRenderer.render(Samples.DIFF)).startsWith("{\n  \"kind\" : \"diff\",\n  \"formatVersion\" : 1,")
                .contains("\"flag\" : \"--rename users.mail=users.email\"").contains("\"segment\" : \"COMMIT_AFTER\"")
                .endsWith("}\n");
        assertThat(JsonRenderer.render(Samples.STATUS)).contains("\"kind\" : \"status\"").contains("\"durationMillis\" : 1250")
                .contains("\"when\" : \"2026-01-24T12:00:00Z\"");
    }

    @Test
    void anEventIsOneLine() {
        assertThat(JsonRenderer.line(new MigrationEvent.Statement("1", 2, "SELECT\n1", true, OptionalLong.of(3), 4), false))
                .isEqualTo("{\"kind\":\"event\",\"formatVersion\":1,\"event\":\"statement\",\"version\":\"1\",\"number\":2,"
                        + "\"sql\":\"SELECT\\n1\",\"done\":true,\"rows\":3,\"durationMillis\":4}");
    }

    @Test
    void theDetailOfAProblemIsLeftOutUnlessAskedFor() {
        Problem problem = Problem.of("DIBS-0501", Category.SQL, "failed").server("23505", "INSERT", 3, "Key (a)=(secret)",
                null);
        MigrationEvent failed = new MigrationEvent.Failed("1", "m", problem, true, OptionalInt.empty(), List.of());

        assertThat(JsonRenderer.render(problem, false)).doesNotContain("secret").contains("\"position\" : 3");
        assertThat(JsonRenderer.line(failed, false)).doesNotContain("secret");
        assertThat(JsonRenderer.line(failed, true)).contains("secret");
    }
}
