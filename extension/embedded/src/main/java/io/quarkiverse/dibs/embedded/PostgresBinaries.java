package io.quarkiverse.dibs.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The programs of one Postgres version, unpacked in this user's cache: {@code initdb}, {@code pg_ctl} and {@code postgres}, no
 * psql.
 *
 * @param version of the published binaries, such as {@code 18.6.0}
 * @param home the folder that has {@code bin}, {@code lib} and {@code share}; never written to
 */
public record PostgresBinaries(String version, Path home) {

    /**
     * The system property, or in upper case with underscores the environment variable, that names a folder of binaries' jars.
     */
    public static final String DIRECTORY_PROPERTY = "dibs.embedded.binaries.dir";

    /** The major version used when none is asked for. */
    public static final int DEFAULT_MAJOR = 18;

    /**
     * Finds the binaries of a major version without fetching any: on the class path, in the folder that
     * {@link #DIRECTORY_PROPERTY}
     * names, in the local Maven repository, or already unpacked.
     *
     * @throws EmbeddedPostgresException when there are none, or none for this platform
     */
    public static PostgresBinaries find(int major) {
        return locator().find(major);
    }

    /** The binaries in one jar, whose name must be the published one. */
    public static PostgresBinaries fromJar(Path jar) {
        return BinariesCache.unpack(BinariesSource.ofJar(jar, Platform.current()));
    }

    public static Locator locator() {
        return new Locator();
    }

    public int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Where to look for binaries. Not thread-safe. */
    public static final class Locator {

        private ClassLoader classLoader = PostgresBinaries.class.getClassLoader();
        private Path directory = defaultDirectory();
        private List<String> mavenCommand = List.of();
        private Consumer<String> notices = notice -> {
        };

        private Locator() {
        }

        /** The class loader whose class path may hold the binaries' jar. */
        public Locator classLoader(ClassLoader classLoader) {
            this.classLoader = classLoader;
            return this;
        }

        /** A folder of binaries' jars, in place of the one that {@link #DIRECTORY_PROPERTY} names. */
        public Locator directory(Path directory) {
            this.directory = directory;
            return this;
        }

        /**
         * Lets binaries that are nowhere on this machine be fetched, by this command with more arguments, such as {@code mvn}.
         */
        public Locator fetchWith(List<String> mavenCommand) {
            this.mavenCommand = List.copyOf(mavenCommand);
            return this;
        }

        /** Is told in a short line when something takes seconds: fetching. */
        public Locator notices(Consumer<String> notices) {
            this.notices = notices;
            return this;
        }

        /** @throws EmbeddedPostgresException when there are none, none for this platform, or they cannot be fetched */
        public PostgresBinaries find(int major) {
            return new BinariesSearch(Platform.current(), classLoader, directory, mavenCommand, notices).find(major);
        }

        private static Path defaultDirectory() {
            String value = System.getProperty(DIRECTORY_PROPERTY,
                    System.getenv(DIRECTORY_PROPERTY.toUpperCase(Locale.ROOT).replace('.', '_')));
            return value == null || value.isBlank() ? null : Path.of(value);
        }
    }
}
