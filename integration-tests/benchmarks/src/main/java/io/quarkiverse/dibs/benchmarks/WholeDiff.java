package io.quarkiverse.dibs.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.vertx.mutiny.core.Vertx;

/**
 * The whole command from its start to its end: two databases of 1,000 tables, ten of them changed in four ways each, SQL out.
 * Against {@code pg_dump --schema-only} of both, one after the other.
 */
final class WholeDiff {

    private static final int MAJOR = 15;
    private static final int TABLES = 1_000;

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
            String dibs = Path.of(System.getProperty("dibs.root"), "dibs").toString();
            report.line("dibs diff of two databases of 1,000 tables against pg_dump of both",
                    Paired.measure(2, pairs, () -> run(dibs, "diff", "--from", from, "--to", to, "--format", "sql"), () -> {
                        run("pg_dump", "--schema-only", from);
                        return run("pg_dump", "--schema-only", to);
                    }), "<= 1.6");
        } finally {
            vertx.close().await().indefinitely();
        }
    }

    private static Void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        boolean said = process.getInputStream().readAllBytes().length > 0;
        if (process.waitFor() != 0 || !said) {
            throw new IOException(command[0] + " failed");
        }
        return null;
    }
}
