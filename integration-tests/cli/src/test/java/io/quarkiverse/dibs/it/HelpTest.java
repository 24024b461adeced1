package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** Every error of usage sends people to a help, so there has to be one. */
class HelpTest {

    private static final Pattern SUBCOMMAND = Pattern.compile("^  ([a-z-]+) {2,}\\S", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void everySubcommandSaysHowItIsUsed() {
        Cli dibs = Cli.in(folder);
        List<String> names = SUBCOMMAND.matcher(dibs.run("--help").out()).results().map(found -> found.group(1)).toList();
        assertThat(names).contains("diff", "generate-from-diff", "migrate", "completion").hasSizeGreaterThan(15);
        for (String name : names) {
            Result help = dibs.run(name, "--help");
            assertThat(help.status()).as(help.toString()).isZero();
            assertThat(help.out()).as(name).contains("Usage: dibs " + name);
        }
    }
}
