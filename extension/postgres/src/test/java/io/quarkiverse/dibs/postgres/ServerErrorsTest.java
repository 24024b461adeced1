package io.quarkiverse.dibs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;

class ServerErrorsTest {

    @Test
    void aDriverWithoutMemoryIsNoLostConnection() {
        Throwable failure = new CompletionException(new OutOfMemoryError("Java heap space"));
        assertThat(ServerErrors.problem("DIBS-0240", Category.SQL, "the catalog could not be read: ", failure, null).code())
                .isEqualTo("DIBS-0998");
        assertThat(ConnectFailure.of(failure, ConnectionUrl.parse("postgresql://u@127.0.0.1:1/db")).problem().code())
                .isEqualTo("DIBS-0998");
    }

    @Test
    void oneThatIsGoneIs() {
        assertThat(ServerErrors.problem("DIBS-0240", Category.SQL, "", new IllegalStateException("closed"), null).code())
                .isEqualTo("DIBS-0220");
    }
}
