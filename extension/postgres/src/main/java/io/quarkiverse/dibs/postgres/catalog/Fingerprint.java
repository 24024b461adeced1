package io.quarkiverse.dibs.postgres.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Schema;

/** SHA-256 over every object of a schema in order: equal schemas have equal fingerprints, on any machine. */
public final class Fingerprint {

    private Fingerprint() {
    }

    /** 64 hexadecimal digits. */
    public static String of(Schema schema) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (DbObject object : schema.objects()) {
            digest.update(object.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            digest.update(object.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
