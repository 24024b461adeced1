package io.quarkiverse.dibs.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of dibs itself, as its build knew it. */
public final class DibsVersion {

    /** The resource that holds it; a native executable has to be told to keep it. */
    public static final String RESOURCE = "io/quarkiverse/dibs/runtime/version.txt";

    private DibsVersion() {
    }

    public static String current() {
        try (InputStream in = DibsVersion.class.getResourceAsStream("/" + RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
