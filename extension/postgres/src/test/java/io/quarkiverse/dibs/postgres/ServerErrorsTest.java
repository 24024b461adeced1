package io.quarkiverse.dibs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;

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

    @Test
    void whatTheServerRefusesForAReasonOutsideIsNoDefect() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("CREATE TABLE secret (id int); CREATE ROLE nobody_" + database.text("SELECT current_database()"));
            Throwable denied = catchThrowable(() -> database.run("SET ROLE nobody_"
                    + database.text("SELECT current_database()") + "; SELECT * FROM secret"));
            Problem problem = ServerErrors.outside(denied).orElseThrow();
            assertThat(problem.code()).isEqualTo("DIBS-0221");
            assertThat(problem.category()).isEqualTo(Category.SQL);
            assertThat(problem.message()).contains("permission denied for table secret");
            assertThat(problem.remedy()).isPresent();
            database.run("RESET ROLE; DROP ROLE nobody_" + database.text("SELECT current_database()"));
            assertThat(ServerErrors.outside(catchThrowable(() -> database.run("SELEKT")))).isEmpty();
        }
        assertThat(ServerErrors.outside(new IllegalStateException())).isEmpty();
    }
}
