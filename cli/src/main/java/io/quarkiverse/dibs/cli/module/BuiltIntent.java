package io.quarkiverse.dibs.cli.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.IntentCodec;

/**
 * The intent as the build of a db module recorded it, read without running the module. Only where the module has no settings
 * that count: whatever a run of it would have to find out is left to that run. (docs/decisions/0007)
 */
public final class BuiltIntent {

    private static final String DIBS = "quarkus.dibs.";
    /** Said when the module is built; nothing that reads it depends on them. */
    private static final Set<String> OF_THE_BUILD = Set.of("quarkus.dibs.service");
    private static final Set<String> OTHER_SETTINGS = Set.of("application.yaml", "application.yml",
            "META-INF/microprofile-config.properties");

    private BuiltIntent() {
    }

    /**
     * @param jar the {@code quarkus-run.jar} of the module
     * @return empty when the module has to be asked
     */
    public static Optional<Intent> of(Path jar, Map<String, String> environment, Path workingDirectory) {
        Path home = jar.toAbsolutePath().getParent();
        if (environment.keySet().stream().anyMatch(BuiltIntent::isSetting) || isConfiguredFrom(workingDirectory)) {
            return Optional.empty();
        }
        try (Stream<Path> jars = Files.list(home.resolve("app"))) {
            for (Path part : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                if (hasSettings(part)) {
                    return Optional.empty();
                }
            }
            return intent(home.resolve("quarkus/generated-bytecode.jar"));
        } catch (IOException | IllegalArgumentException | DibsException e) {
            // of another layout or made by another dibs: the module itself says what is the matter
            return Optional.empty();
        }
    }

    private static Optional<Intent> intent(Path generated) throws IOException {
        try (ZipFile zip = new ZipFile(generated.toFile())) {
            ZipEntry entry = zip.getEntry(IntentCodec.RESOURCE);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return Optional.of(IntentCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
    }

    private static boolean hasSettings(Path part) throws IOException {
        try (ZipFile zip = new ZipFile(part.toFile())) {
            if (OTHER_SETTINGS.stream().anyMatch(name -> zip.getEntry(name) != null)) {
                return true;
            }
            ZipEntry entry = zip.getEntry("application.properties");
            if (entry == null) {
                return false;
            }
            Properties properties = new Properties();
            try (InputStream in = zip.getInputStream(entry)) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return properties.stringPropertyNames().stream()
                    .anyMatch(name -> name.contains(DIBS) && !OF_THE_BUILD.contains(name));
        }
    }

    /** What Quarkus reads besides, from the folder in which it is started. */
    private static boolean isConfiguredFrom(Path workingDirectory) {
        try {
            Path dotEnv = workingDirectory.resolve(".env");
            return Files.isDirectory(workingDirectory.resolve("config"))
                    || Files.isRegularFile(dotEnv) && Files.readString(dotEnv).lines().map(String::strip)
                            .anyMatch(BuiltIntent::isSetting);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isSetting(String text) {
        return text.startsWith("QUARKUS_DIBS") || text.startsWith("_") && text.contains("_QUARKUS_DIBS")
                || text.startsWith("QUARKUS_CONFIG") || text.startsWith("SMALLRYE_CONFIG")
                || text.startsWith(DIBS);
    }
}
