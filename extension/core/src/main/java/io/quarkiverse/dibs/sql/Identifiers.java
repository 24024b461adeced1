package io.quarkiverse.dibs.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * The one place where a name becomes SQL. A name is quoted unless Postgres 14 to 18 read it the same without quotes wherever a
 * name can stand. Names are compared and measured as bytes of UTF-8.
 */
public final class Identifiers {

    /** The longest name Postgres keeps; it cuts longer ones off with no more than a notice. */
    public static final int MAX_BYTES = 63;

    private Identifiers() {
    }

    /** The name, quoted when it must be. */
    public static String quote(String name) {
        if (name.isEmpty()) {
            throw problem("DIBS-0151", "a name must not be empty", "Give it a name.");
        }
        if (name.indexOf('\0') >= 0) {
            throw problem("DIBS-0152", "the name " + name.replace("\0", "\\0") + " holds a NUL character",
                    "Postgres has no such names: take the character out.");
        }
        return isPlain(name) && !Keywords.isKeyword(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@code schema.name}; the name alone when the schema is empty. */
    public static String qualify(String schema, String name) {
        return schema.isEmpty() ? quote(name) : quote(schema) + "." + quote(name);
    }

    /** The qualified name of an object that stands in a schema, without its arguments. */
    public static String qualify(ObjectId id) {
        return qualify(id.schema(), id.name());
    }

    /** The names with {@code ", "} between them. */
    public static String list(Collection<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    /** The name of a role; empty stands for {@code PUBLIC}. */
    public static String role(String name) {
        return name.isEmpty() ? "PUBLIC" : quote(name);
    }

    /** How many bytes of Postgres' 63 the name takes. */
    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    public static boolean fits(String name) {
        // no character has more than three bytes for each char
        return name.length() * 3 <= MAX_BYTES || bytes(name) <= MAX_BYTES;
    }

    /**
     * The name itself when it fits; otherwise as much of it as leaves room for {@code _} and eight hexadecimal digits of its
     * SHA-256, never cut inside a character. Deterministic.
     */
    public static String shorten(String name) {
        if (fits(name)) {
            return name;
        }
        int room = MAX_BYTES - 9;
        int end = 0;
        int used = 0;
        while (end < name.length()) {
            int width = Character.charCount(name.codePointAt(end));
            int size = bytes(name.substring(end, end + width));
            if (used + size > room) {
                break;
            }
            used += size;
            end += width;
        }
        return name.substring(0, end) + "_" + digest(name).substring(0, 8);
    }

    private static String digest(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c == '_';
            boolean later = c >= '0' && c <= '9' || c == '$';
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return true;
    }

    private static DibsException problem(String code, String message, String remedy) {
        return new DibsException(Problem.of(code, Category.BUILD, message).remedy(remedy));
    }
}
