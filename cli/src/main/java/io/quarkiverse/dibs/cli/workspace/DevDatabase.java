package io.quarkiverse.dibs.cli.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.embedded.EmbeddedPostgresBuilder;
import io.quarkiverse.dibs.embedded.EmbeddedPostgresException;
import io.quarkiverse.dibs.embedded.PostgresBinaries;
import io.quarkiverse.dibs.postgres.text.FileReason;

/** The workspace's own Postgres under {@code .dibs}: persistent, on a free port, for development only. */
public final class DevDatabase {

    private final Workspace workspace;

    public DevDatabase(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A server of the moment, empty and gone when it is closed. */
    public static EmbeddedPostgres temporary() {
        return guarded(() -> EmbeddedPostgres.builder().testSettings().start());
    }

    /** Starts it, or uses the running one, for as long as the returned object is open. */
    public EmbeddedPostgres open() {
        return guarded(() -> builder().start());
    }

    /** Starts it so that it outlives this process. */
    public EmbeddedPostgres startDetached() {
        return guarded(() -> builder().detached().start());
    }

    public Optional<EmbeddedPostgres> running() {
        return guarded(() -> Files.isDirectory(workspace.devDatabase())
                ? EmbeddedPostgres.running(workspace.devDatabase())
                : Optional.empty());
    }

    /** Deletes all of its data, after stopping it. */
    public void reset() {
        guarded(() -> {
            running().ifPresent(EmbeddedPostgres::stop);
            if (Files.isDirectory(workspace.devDatabase())) {
                EmbeddedPostgres.reset(workspace.devDatabase());
            }
            return null;
        });
    }

    private EmbeddedPostgresBuilder builder() {
        Path data = workspace.devDatabase();
        try {
            workspace.prepareState();
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0921", "the folder of the dev database cannot be made: " + FileReason.of(e),
                    "Make " + data.getParent() + " writable, or give --database-url.");
        }
        // a folder of data knows its own major version
        return EmbeddedPostgres.builder().dataDirectory(data).locator(PostgresBinaries.locator()
                .fetchWith(MavenCommand.find(workspace.root()).map(List::of).orElse(List.of())));
    }

    private static <T> T guarded(Body<T> body) {
        try {
            return body.run();
        } catch (EmbeddedPostgresException e) {
            throw CliProblem.connection(e.reason().code(), "the dev database: " + e.getMessage(),
                    "Give --database-url to use another server.");
        }
    }

    private interface Body<T> {
        T run();
    }
}
