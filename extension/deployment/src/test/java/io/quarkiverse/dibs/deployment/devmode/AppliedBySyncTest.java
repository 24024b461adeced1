package io.quarkiverse.dibs.deployment.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.deployment.application.ServerForApplications;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.mutiny.core.Vertx;

/** {@code quarkus.dibs.dev.sync=apply}: the database follows every saved entity, as far as nobody has to agree to it. */
class AppliedBySyncTest {

    private static final String URL = ServerForApplications.url("AppliedBySyncTest");
    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClasses(Note.class, Greeting.class).addAsResource(
                    new StringAsset("quarkus.datasource.reactive.url=" + URL + "\nquarkus.dibs.dev.sync=apply\n"),
                    "application.properties"))
            .setLogRecordPredicate(record -> DevModeLog.LOGGER.equals(record.getLoggerName()));

    private final DevModeLog log = new DevModeLog(APPLICATION);

    @AfterAll
    static void close() {
        VERTX.closeAndAwait();
    }

    @Test
    void whatNeedsNoConsentIsAppliedAndWhatDeletesDataIsLeft() {
        log.awaitLine("is what the entities say");
        assertThat(columns()).containsExactly("id");

        APPLICATION.modifySourceFile(Note.class, source -> source.replace("// here", "public int stars; // here"));
        assertThat(DevModeLog.reload()).isTrue();
        await().until(AppliedBySyncTest::columns, List.of("id", "stars")::equals);

        APPLICATION.modifySourceFile(Note.class,
                source -> source.replace("public int stars;", "public String text;"));
        assertThat(DevModeLog.reload()).isTrue();
        log.awaitLine("needs your consent, so nothing of it is applied");
        assertThat(columns()).containsExactly("id", "stars");
    }

    private static List<String> columns() {
        List<String> names = new ArrayList<>();
        try (PgSession session = PgSession.open(VERTX, URL, PgSession.ONE_BY_ONE)) {
            session.run(
                    "SELECT column_name FROM information_schema.columns WHERE table_name = 'notes' ORDER BY ordinal_position")
                    .forEach(row -> names.add(row.getString(0)));
        }
        return names;
    }
}
