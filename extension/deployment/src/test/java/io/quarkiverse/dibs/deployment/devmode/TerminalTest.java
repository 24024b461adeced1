package io.quarkiverse.dibs.deployment.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** That dev mode ends with its terminal is a matter of luck where the prompt logs: two threads have to meet. */
class TerminalTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClasses(Note.class, Greeting.class).addAsResource(new StringAsset("""
                    quarkus.dibs.dev.sync=off
                    quarkus.datasource.reactive.url=postgresql://127.0.0.1:1/nowhere
                    """), "application.properties"));

    @Test
    void theLibraryOfThePromptWritesNothingIntoALogThatMayBeItsOwnTerminal() {
        assertThat(Logger.getLogger("org.aesh.readline.tty.terminal.TerminalConnection").isLoggable(Level.SEVERE)).isFalse();
        assertThat(Logger.getLogger("org.acme.Anything").isLoggable(Level.WARNING)).isTrue();
    }
}
