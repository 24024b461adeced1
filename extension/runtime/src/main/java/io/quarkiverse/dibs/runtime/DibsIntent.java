package io.quarkiverse.dibs.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Singleton;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.IntentCodec;

/** What the entities of the application say, read once from the resource that the build wrote. */
@Singleton
public class DibsIntent {

    private final Intent intent;

    DibsIntent() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(IntentCodec.RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build wrote no " + IntentCodec.RESOURCE);
            }
            intent = IntentCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Intent get() {
        return intent;
    }
}
