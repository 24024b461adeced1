package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.deployment.application.Article;
import io.quarkus.test.QuarkusDevModeTest;

/** Dev mode whose embedded server cannot be had: one error that says what to do, without a trace through Quarkus. */
class FailedStartTest {

    private static final ServerSocket OTHER = listener();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClasses(Article.class).addAsResource(new StringAsset("""
                    quarkus.dibs.devservices.embedded=always
                    quarkus.datasource.devservices.port=%d
                    """.formatted(OTHER.getLocalPort())), "application.properties"))
            .setAllowFailedStart(true).setLogRecordPredicate(record -> record.getMessage().startsWith("Failed to start"));

    @AfterAll
    static void close() throws IOException {
        OTHER.close();
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() {
        List<LogRecord> said = await().atMost(Duration.ofSeconds(60)).until(APPLICATION::getLogRecords,
                records -> !records.isEmpty());

        assertThat(said).singleElement().extracting(FailedStartTest::asLogged).isEqualTo("""
                Failed to start quarkus: DIBS-0923 Dev Services for the datasource: Port %1$d is taken
                  at quarkus.datasource.devservices.port=%1$d
                  to do: End what listens on it, set another port, or none to get a free one. Or give the datasource a URL \
                (quarkus.datasource.reactive.url).
                """.formatted(OTHER.getLocalPort()));
    }

    private static String asLogged(LogRecord record) {
        return new PatternFormatter("%s%e%n").format(ExtLogRecord.wrap(record)).replaceAll("\\R+$", "\n");
    }

    private static ServerSocket listener() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
