package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.ParameterException;

class WrongArgumentsTest {

    @Test
    void aMisspelledCommandIsToldWithTheOneThatWasMeant() {
        assertThat(message("dif")).isEqualTo("Unmatched argument \"dif\"; did you mean diff?");
    }

    @Test
    void aWordThatIsLikeNoCommandIsNotAnsweredWithAGuess() {
        assertThat(message("versoin")).isEqualTo("Unmatched argument \"versoin\"");
        assertThat(message("gen")).endsWith("did you mean generate?");
    }

    @Test
    void aMisspelledOptionIsToldWithTheOneThatWasMeantAndWithoutItsValue() {
        assertThat(message("diff", "--frm", "db")).isEqualTo("Unknown option \"--frm\"; did you mean --from?");
        assertThat(message("status", "--databas-url=postgresql://u:p@h/x"))
                .isEqualTo("Unknown option \"--databas-url\"; did you mean --database-url?");
        assertThat(message("diff", "-x")).isEqualTo("Unknown option \"-x\"");
    }

    @Test
    void anOptionBeforeItsCommandIsToldToStandBehindIt() {
        assertThat(message("-C", "..", "diff")).isEqualTo("Unknown option \"-C\" before a command: options stand behind it");
    }

    @ParameterizedTest
    @ValueSource(strings = { "postgresql://u:s3cret@h/x", "host=h password=s3cret", "u:s3cret@h/x",
            "--databas-url=postgresql://u:s3cret@h/x" })
    void aDatabaseInTheWrongPlaceShowsNoPassword(String argument) {
        assertThat(message("status", argument)).containsAnyOf("...", "*****", "did you mean --database-url?")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = { "-5", "soon", "9999999999999999999" })
    void aTimeThatCannotBeWaitedIsRefused(String seconds) {
        assertThat(message("migrate", "--lock-wait=" + seconds)).contains("--lock-wait").contains("'" + seconds + "'");
    }

    @Test
    void whatTheLocaleMadeUnreadableIsNoName() {
        assertThatThrownBy(() -> WrongArguments.refuseUnreadable(List.of("generate", "gr\uFFFD\uFFFDe")))
                .hasMessageStartingWith("DIBS-0901 an argument has letters that the locale");
        assertThatCode(() -> WrongArguments.refuseUnreadable(List.of("generate", "gr\u00f6\u00dfe")))
                .doesNotThrowAnyException();
    }

    private static String message(String... arguments) {
        ParameterException refused = catchThrowableOfType(ParameterException.class,
                () -> CommandLines.create(arguments).parseArgs(arguments));
        assertThat(refused).as("refused").isNotNull();
        return WrongArguments.message(refused);
    }
}
