package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.ParameterException;

class WrongArgumentsTest {

    @Test
    void aMisspelledCommandIsToldWithTheOneThatWasMeant() {
        assertThat(message("dif")).isEqualTo("Unmatched argument \"dif\"; did you mean diff?");
    }

    @ParameterizedTest
    @ValueSource(strings = { "postgresql://u:s3cret@h/x", "host=h password=s3cret", "u:s3cret@h/x",
            "--databas-url=postgresql://u:s3cret@h/x" })
    void aDatabaseInTheWrongPlaceShowsNoPassword(String argument) {
        assertThat(message("status", argument)).containsAnyOf("...", "*****").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = { "-5", "soon", "9999999999999999999" })
    void aTimeThatCannotBeWaitedIsRefused(String seconds) {
        assertThat(message("migrate", "--lock-wait=" + seconds)).contains("--lock-wait").contains("'" + seconds + "'");
    }

    private static String message(String... arguments) {
        ParameterException refused = catchThrowableOfType(ParameterException.class,
                () -> CommandLines.create(arguments).parseArgs(arguments));
        assertThat(refused).as("refused").isNotNull();
        return WrongArguments.message(refused);
    }
}
