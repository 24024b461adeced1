package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkiverse.dibs.embedded.EmbeddedPostgresException.Reason;

/** Looks for the binaries of one major version, nearest place first; runs Maven only when a command for it was given. */
final class BinariesSearch {

    private static final String FETCH_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private final Platform platform;
    private final ClassLoader classLoader;
    private final Path directory;
    private final List<String> mavenCommand;
    private final Consumer<String> notices;

    BinariesSearch(Platform platform, ClassLoader classLoader, Path directory, List<String> mavenCommand,
            Consumer<String> notices) {
        this.platform = platform;
        this.classLoader = classLoader;
        this.directory = directory;
        this.mavenCommand = mavenCommand;
        this.notices = notices;
    }

    PostgresBinaries find(int major) {
        String version = publishedVersion(major);
        return onClassPath(major)
                .or(() -> inDirectory(major, directory))
                .map(BinariesCache::unpack)
                .or(() -> BinariesCache.find(version, platform))
                .or(() -> inLocalRepositories(major, version).map(BinariesCache::unpack))
                .orElseGet(() -> fetch(major, version));
    }

    private static String publishedVersion(int major) {
        Properties versions = new Properties();
        try (InputStream in = BinariesSearch.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = versions.getProperty(String.valueOf(major));
        if (version == null) {
            throw new EmbeddedPostgresException(Reason.NO_BINARIES, "There is no embedded Postgres " + major,
                    "take one of " + String.join(", ", versions.stringPropertyNames().stream().sorted().toList()));
        }
        return version;
    }

    private Optional<BinariesSource> onClassPath(int major) {
        try {
            for (String archive : platform.archiveNames()) {
                for (URL resource : Collections.list(classLoader.getResources(archive))) {
                    BinariesSource source = BinariesSource.ofResource(resource, platform);
                    if (source != null && source.major() == major) {
                        return Optional.of(source);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest of a major version in a folder, or one below it. */
    private Optional<BinariesSource> inDirectory(int major, Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String prefix = platform.artifactId() + "-" + major + ".";
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .map(jar -> BinariesSource.ofJar(jar, platform))
                    .max(Comparator.comparing(BinariesSource::version, BinariesSearch::compareVersions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<BinariesSource> inLocalRepositories(int major, String version) {
        for (Path repository : localRepositories()) {
            Path artifact = repository.resolve(Platform.GROUP_ID.replace('.', '/')).resolve(platform.artifactId());
            Path jar = artifact.resolve(version).resolve(platform.jarName(version));
            Optional<BinariesSource> found = Files.isReadable(jar)
                    ? Optional.of(BinariesSource.ofJar(jar, platform))
                    : inDirectory(major, artifact);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Path> localRepositories() {
        List<Path> repositories = new ArrayList<>();
        Stream.of(System.getProperty("maven.repo.local", ""), System.getProperty("maven.repo.local.tail", ""))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> !value.isBlank())
                .forEach(value -> repositories.add(Path.of(value.strip())));
        repositories.add(Path.of(System.getProperty("user.home"), ".m2", "repository"));
        return repositories;
    }

    private PostgresBinaries fetch(int major, String version) {
        String artifact = Platform.GROUP_ID + ":" + platform.artifactId() + ":" + version;
        if (mavenCommand.isEmpty()) {
            throw new EmbeddedPostgresException(Reason.NO_BINARIES, "No binaries of Postgres " + major + " for "
                    + platform.artifactSuffix() + " were found", byHand(artifact) + ", or give the URL of a server");
        }
        notices.accept("Fetching Postgres " + version + " (" + platform.artifactSuffix() + ", once)");
        try {
            Path folder = Files.createTempDirectory("dibs-fetch-");
            try {
                List<String> command = new ArrayList<>(mavenCommand);
                command.addAll(List.of("-q", "-B", FETCH_GOAL, "-Dartifact=" + artifact, "-DoutputDirectory=" + folder));
                try {
                    Command.run(command);
                } catch (EmbeddedPostgresException e) {
                    throw new EmbeddedPostgresException(Reason.NO_BINARIES, "Postgres " + major + " (" + artifact
                            + ") could not be fetched: " + e.getMessage(), byHand(artifact), e);
                }
                return inDirectory(major, folder).map(BinariesCache::unpack)
                        .orElseThrow(() -> new EmbeddedPostgresException(Reason.NO_BINARIES, "Maven fetched no " + artifact,
                                byHand(artifact)));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Postgres " + major + " could not be fetched: " + e, e);
        }
    }

    private static String byHand(String artifact) {
        return "add the dependency " + artifact + ", or set " + PostgresBinaries.DIRECTORY_PROPERTY
                + " to a folder with its jar";
    }

    static int compareVersions(String left, String right) {
        return Arrays.compare(Arrays.stream(left.split("\\.")).mapToInt(Integer::parseInt).toArray(),
                Arrays.stream(right.split("\\.")).mapToInt(Integer::parseInt).toArray());
    }
}
