package io.quarkiverse.dibs.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.vertx.mutiny.core.Vertx;

/**
 * The whole command from its start to its end: two databases of 1,000 tables, ten of them changed in four ways each, SQL out.
 * Against {@code pg_dump --schema-only} of both, one after the other.
 */
final class WholeDiff {

    private static final int MAJOR = 15;
    private static final int TABLES = 1_000;
    private static final int CACHE_SECONDS = 60;

    private WholeDiff() {
    }

    static void run(Report report, int pairs) throws Exception {
        if (!Psql.isPresent("pg_dump")) {
            report.skip("dibs diff against pg_dump", "there is no pg_dump on the PATH");
            return;
        }
        Vertx vertx = Vertx.vertx();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(MAJOR).testSettings().start()) {
            String from = Introspection.database(vertx, server, "before", Shape.sql(TABLES));
            List<String> changed = new ArrayList<>(Shape.sql(TABLES));
            changed.add(Shape.changes(TABLES));
            String to = Introspection.database(vertx, server, "after", changed);
            String title = "dibs diff of two databases of 1,000 tables against pg_dump of both, ";
            report.line(title + "JDK " + Runtime.version().feature(), measure(System.getProperty("java.home"), pairs, from, to),
                    "<= 1.6");
            Optional<Path> newer = newerJdk();
            if (newer.isPresent()) {
                firstRun(newer.get().toString(), from, to);
                report.line(title + newer.get().getFileName() + " with its AOT cache",
                        measure(newer.get().toString(), pairs, from, to), "< 1.0");
            } else {
                report.skip(title + "JDK 25", "none is in JAVA_25_HOME or /usr/lib/jvm");
            }
        } finally {
            vertx.close().await().indefinitely();
        }
    }

    private static Paired measure(String javaHome, int pairs, String from, String to) throws Exception {
        return Paired.measure(2, pairs, () -> dibs(javaHome, from, to), () -> {
            run("", "pg_dump", "--schema-only", from);
            return run("", "pg_dump", "--schema-only", to);
        });
    }

    private static Void dibs(String javaHome, String from, String to) throws IOException, InterruptedException {
        return run(javaHome, dibs(), "diff", "--from", from, "--to", to, "--format", "sql");
    }

    private static String dibs() {
        return Path.of(System.getProperty("dibs.root"), "dibs").toString();
    }

    private static Optional<Path> newerJdk() throws IOException {
        if (System.getenv("JAVA_25_HOME") != null) {
            return Optional.of(Path.of(System.getenv("JAVA_25_HOME")));
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(all)) {
            return jdks.filter(jdk -> jdk.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java"))).sorted().findFirst();
        }
    }

    /** The first diff of a JVM records what it loaded; the cache is made of that behind its back. */
    private static void firstRun(String javaHome, String from, String to) throws IOException, InterruptedException {
        dibs(javaHome, from, to);
        Path folder = Path.of(System.getProperty("dibs.root"), "cli/target/quarkus-app");
        for (int i = 0; i < CACHE_SECONDS * 10; i++) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> file.toString().endsWith(".aot"))) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("no AOT cache was made within " + CACHE_SECONDS + " s");
    }

    private static Void run(String javaHome, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean said = process.getInputStream().readAllBytes().length > 0;
        if (process.waitFor() != 0 || !said) {
            throw new IOException(command[0] + " failed");
        }
        return null;
    }
}
