package io.quarkiverse.dibs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordSourcesTest {

    private static final ConnectionTarget TARGET = new ConnectionTarget("db1", 5432, "shop", "app");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = { "db1:5432:shop:app:right right", "*:*:*:*:right right",
            "db1:5432:shop:app:r\\:i\\\\g r:i\\g",
            "db1:5432:shop:app:with:colon with:colon", "db2:5432:shop:app:wrong ''", "db1:5433:shop:app:wrong ''",
            "db1:5432:other:app:wrong ''", "db1:5432:shop:other:wrong ''", "#db1:5432:shop:app:wrong ''", "too:short ''" })
    void aLineOfTheFileIsForAConnection(String line, String password) throws IOException {
        assertThat(PasswordSources.find(TARGET, Optional.of(file(line, "rw-------")), Map.of()).orElse("")).isEqualTo(password);
    }

    @Test
    void theFirstLineThatFitsIsTaken() throws IOException {
        String file = file("# mine\ndb2:*:*:*:other\ndb1:*:*:*:first\n*:*:*:*:second", "rw-------");
        assertThat(PasswordSources.find(TARGET, Optional.empty(), Map.of("PGPASSFILE", file))).contains("first");
    }

    @Test
    void theEnvironmentComesFirst() throws IOException {
        assertThat(PasswordSources.find(TARGET, Optional.of(file("*:*:*:*:file", "rw-------")), Map.of("PGPASSWORD", "said")))
                .contains("said");
    }

    @Test
    void aFileThatOthersCanReadIsLeftAlone() throws IOException {
        assertThat(PasswordSources.find(TARGET, Optional.of(file("*:*:*:*:file", "rw-r--r--")), Map.of())).isEmpty();
    }

    @Test
    void aSocketIsTheLocalHost() throws IOException {
        ConnectionTarget socket = new ConnectionTarget("/var/run/postgresql", 5432, "shop", "app");
        assertThat(PasswordSources.find(socket, Optional.of(file("localhost:*:*:*:right", "rw-------")), Map.of()))
                .contains("right");
    }

    private String file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("pgpass"), text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions)).toString();
    }
}
