package io.quarkiverse.dibs.deployment.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.deployment.application.ServerForApplications;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.mutiny.core.Vertx;

/** A reload that touched no entity costs nothing: not even a connection. */
class ReloadCostTest {

    private static final String URL = ServerForApplications.url("ReloadCostTest");
    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClasses(Note.class, Greeting.class)
                    .addAsResource(new StringAsset("quarkus.datasource.reactive.url=" + URL + "\n"), "application.properties"))
            .setLogRecordPredicate(record -> DevModeLog.LOGGER.equals(record.getLoggerName()));

    private final DevModeLog log = new DevModeLog(APPLICATION);

    @AfterAll
    static void close() {
        VERTX.closeAndAwait();
    }

    @Test
    void aChangeOfAnotherClassAsksTheDatabaseNothingAndOneOfAnEntityDoes() {
        log.awaitLine("and the entities: ");
        long before = sessions();

        APPLICATION.modifySourceFile(Greeting.class, source -> source.replace("hello", "good morning"));
        assertThat(DevModeLog.reload()).isTrue();
        assertThat(sessions()).as("only the one that asks here").isEqualTo(before + 1);

        APPLICATION.modifySourceFile(Note.class, source -> source.replace("// here", "public int stars;"));
        assertThat(DevModeLog.reload()).isTrue();
        log.awaitLine("4 changes");
        assertThat(sessions()).isGreaterThan(before + 2);
    }

    /** How many connections the database has had. */
    private static long sessions() {
        try (PgSession session = PgSession.open(VERTX, URL, PgSession.ONE_BY_ONE)) {
            return session.run("SELECT sessions FROM pg_stat_database WHERE datname = current_database()").iterator().next()
                    .getLong(0);
        }
    }
}
