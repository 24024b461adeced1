package io.quarkiverse.dibs.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import io.grpc.Metadata;

/** The secret that a caller shows with every call. Never printed; compared in constant time. */
public final class Token {

    /** The environment variable by which a spawned db module gets its token. */
    public static final String ENVIRONMENT = "DIBS_TOKEN";

    /** Set to {@code once} where the token is only good for taking a credential for it. */
    public static final String USE = "DIBS_TOKEN_USE";

    public static final Metadata.Key<String> METADATA = Metadata.Key.of("dibs-token", Metadata.ASCII_STRING_MARSHALLER);

    private final byte[] secret;

    private Token(byte[] secret) {
        this.secret = secret;
    }

    /** 256 fresh random bits. */
    public static Token random() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return new Token(HexFormat.of().formatHex(bits).getBytes(StandardCharsets.US_ASCII));
    }

    public static Token of(String secret) {
        return new Token(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether it is the same; null never is. */
    public boolean matches(String shown) {
        return shown != null && MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.US_ASCII));
    }

    /** The text to hand over, in the environment or the metadata. */
    public String secret() {
        return new String(secret, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
