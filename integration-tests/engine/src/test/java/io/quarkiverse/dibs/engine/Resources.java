package io.quarkiverse.dibs.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that stand beside these classes. */
final class Resources {

    private Resources() {
    }

    static String text(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
