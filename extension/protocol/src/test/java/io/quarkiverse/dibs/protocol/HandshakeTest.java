package io.quarkiverse.dibs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandshakeTest {

    private static final Handshake HANDSHAKE = new Handshake(4711, 1, 0, "0.1.0", "shop \"db\"", 42);

    @Test
    void theLineSaysAllOfIt() {
        assertThat(Handshake.parse(HANDSHAKE.toLine())).contains(HANDSHAKE);
    }

    @Test
    void membersOfANewerSideAreSkipped() {
        String line = HANDSHAKE.toLine().replace("{", "{\"later\":{\"a\":[1]},");

        assertThat(Handshake.parse(line)).contains(HANDSHAKE);
    }

    @Test
    void otherOutputIsNotAHandshake() {
        assertThat(Handshake.parse("Listening for transport dt_socket at address: 5005")).isEmpty();
        assertThat(Handshake.parse("DIBS1 {\"port\":")).isEmpty();
        assertThat(Handshake.parse("DIBS1 {}")).isEmpty();
    }

    @Test
    void aTokenMatchesOnlyItself() {
        Token token = Token.random();

        assertThat(token.secret()).hasSize(64);
        assertThat(token.matches(token.secret())).isTrue();
        assertThat(token.matches(Token.random().secret())).isFalse();
        assertThat(token.matches(null)).isFalse();
        assertThat(token).hasToString("Token[hidden]");
    }
}
