package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** An error of the virtual machine ends a command with a status as any other failure does. */
class ErrorsOfCommandsTest {

    @Test
    void anErrorIsADefectWithAStatus() {
        CommandLine line = CommandLines.create("deep");
        line.addSubcommand(new Deep());
        assertThat(line.execute("deep")).isEqualTo(Category.INTERNAL.exitStatus());
    }

    @Command(name = "deep")
    static final class Deep implements Runnable {

        @Override
        public void run() {
            throw new StackOverflowError();
        }
    }
}
