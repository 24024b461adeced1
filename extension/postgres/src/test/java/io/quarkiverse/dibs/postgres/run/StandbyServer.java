package io.quarkiverse.dibs.postgres.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A standby of a running server, made as the manual says for a backup by hand, since the binaries have no pg_basebackup.
 *
 * @see <a href="https://www.postgresql.org/docs/current/continuous-archiving.html">Making a Base Backup Using the Low Level
 *      API</a>
 */
final class StandbyServer {

    private StandbyServer() {
    }

    /** Starts it, streaming from the primary, and returns when it can be read. */
    static EmbeddedPostgres of(EmbeddedPostgres primary, int major, Path folder) throws Exception {
        EmbeddedPostgres empty = EmbeddedPostgres.builder().major(major).dataDirectory(folder).start();
        Path data = empty.dataDirectory();
        empty.stop();
        try (PgSession session = PgSession.open(TestDatabase.VERTX, primary.url(), PgSession.ONE_BY_ONE)) {
            session.run("SELECT pg_backup_start('standby', true)");
            run("rm", "-rf", data + "/base", data + "/global", data + "/pg_wal");
            run("sh", "-c", "cp -a \"$1\"/. \"$2\"/ && rm -f \"$2\"/postmaster.pid \"$2\"/postmaster.opts", "sh",
                    primary.dataDirectory().toString(), data.toString());
            Row backup = session.run("SELECT labelfile FROM pg_backup_stop()").iterator().next();
            write(data, "backup_label", backup.getString(0));
        }
        write(data, "standby.signal", "");
        return EmbeddedPostgres.builder().major(major).dataDirectory(folder).setting("primary_conninfo",
                "host=127.0.0.1 port=" + primary.port() + " user=" + primary.user() + " password=" + primary.password())
                .start();
    }

    private static void write(Path data, String name, String text) throws Exception {
        Path file = Files.createTempFile(name, "");
        Files.writeString(file, text);
        run("sh", "-c", "cp \"$1\" \"$2\" && chown --reference=\"$3\"/PG_VERSION \"$2\" && chmod 600 \"$2\"", "sh",
                file.toString(), data.resolve(name).toString(), data.toString());
        Files.delete(file);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + said);
        }
    }
}
