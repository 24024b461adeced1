package io.quarkiverse.dibs.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.deployment.intent.SourceLookup;
import io.quarkiverse.dibs.processor.SourceMetadata;

/** Finds what the annotation processor wrote, in the module itself and in the jars it depends on. */
final class SourceMetadataResources {

    private static final Logger LOG = Logger.getLogger(SourceMetadataResources.class);

    private SourceMetadataResources() {
    }

    static SourceLookup lookup() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new SourceLookup(className -> read(loader, className));
    }

    private static Optional<SourceMetadata> read(ClassLoader loader, String className) {
        try (InputStream in = loader.getResourceAsStream(SourceMetadata.resourceName(className))) {
            return in == null ? Optional.empty()
                    : Optional.of(SourceMetadata.read(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            LOG.warnf("The source positions of %s are not readable (%s); it works without them. Build its module again.",
                    className, e.getMessage());
            return Optional.empty();
        }
    }
}
