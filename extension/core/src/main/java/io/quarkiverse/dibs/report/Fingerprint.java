package io.quarkiverse.dibs.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Schema;

/**
 * SHA-256 over every object of a schema in order: equal schemas have equal fingerprints, on any machine. Computed when somebody
 * first asks for it, since for a large schema that takes longer than the comparison, and most outputs do not show it.
 */
public final class Fingerprint {

    private Schema schema;
    private String text;

    private Fingerprint(Schema schema, String text) {
        this.schema = schema;
        this.text = text;
    }

    public static Fingerprint of(Schema schema) {
        return new Fingerprint(Objects.requireNonNull(schema), null);
    }

    /** One that somebody else computed. */
    public static Fingerprint ofText(String text) {
        return new Fingerprint(null, Objects.requireNonNull(text));
    }

    /** 64 hexadecimal digits. */
    public synchronized String text() {
        if (text == null) {
            text = compute(schema);
            schema = null;
        }
        return text;
    }

    private static String compute(Schema schema) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
