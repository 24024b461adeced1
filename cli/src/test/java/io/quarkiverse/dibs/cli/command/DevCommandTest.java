package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.DibsException;

/** What {@code dibs dev} tells the application of its database. */
class DevCommandTest {

    private static final String URL = "QUARKUS_DATASOURCE_REACTIVE_URL";
    private static final String USER = "QUARKUS_DATASOURCE_USERNAME";
    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";

    @Test
    void userAndPasswordStandApartAndAsTheyAre() {
        assertThat(DevCommand.datasource("postgresql://me%40work:p%3A%2B!s@host:5433/db?sslmode=require"))
                .containsOnly(java.util.Map.entry(URL, "postgresql://host:5433/db?sslmode=require"),
                        java.util.Map.entry(USER, "me@work"), java.util.Map.entry(PASSWORD, "p:+!s"));
        assertThat(DevCommand.datasource("postgresql://host/db?application_name=a@b"))
                .containsOnly(java.util.Map.entry(URL, "postgresql://host/db?application_name=a@b"));
    }

    @Test
    void whatIsNoUrlIsRefusedBeforeAnythingStartsAndWithoutItsPassword() {
        assertThatThrownBy(() -> DevCommand.datasource("host=h password=s3cret")).isInstanceOf(DibsException.class)
                .hasMessageStartingWith("DIBS-0201").message().doesNotContain("s3cret");
    }
}
