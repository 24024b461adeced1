package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class CliPageTest {

    private static final Path PAGE = Path.of("../docs/modules/ROOT/pages/cli.adoc");

    @Test
    void thePageOfTheCommandLineSaysWhatTheCommandsDeclare() throws IOException {
        String page = CliPage.of(CommandLines.create());
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).as("-Dupdate writes it anew").isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyCommandAndOptionIsDescribed() {
        CommandLines.create().getSubcommands().values().forEach(command -> {
            assertThat(command.getCommandSpec().usageMessage().description()).as(command.getCommandName()).isNotEmpty();
            command.getCommandSpec().options().forEach(
                    option -> assertThat(option.description()).as(command.getCommandName() + " " + option.longestName())
                            .isNotEmpty());
        });
    }
}
