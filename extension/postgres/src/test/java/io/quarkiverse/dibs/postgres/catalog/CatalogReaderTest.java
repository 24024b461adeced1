package io.quarkiverse.dibs.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;

class CatalogReaderTest {

    static String everything() {
        try (var in = CatalogReaderTest.class.getResourceAsStream("/catalog/everything.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void readsEverything(int major) throws IOException {
        try (TestDatabase database = TestDatabase.of(major);
                PgSession session = PgSession.open(TestDatabase.VERTX, database.url(), PgSession.READING)) {
            database.run(everything());
            CatalogSnapshot snapshot = CatalogReader.readNow(session, List.of());
            StringBuilder text = new StringBuilder();
            snapshot.schema().objects().forEach(o -> text.append(o).append("\n      needs ")
                    .append(snapshot.schema().dependenciesOf(o.id())).append("\n"));
            text.append(snapshot.schema().unmodelled()).append(snapshot.estimatedRows()).append(snapshot.server());
            java.nio.file.Files.writeString(java.nio.file.Path.of("target/read-" + major + ".txt"), text);
            assertThat(snapshot.schema().objects()).isNotEmpty();
        }
    }
}
