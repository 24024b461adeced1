package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.workspace.DevDatabase;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dibs dev-db}: the workspace's own Postgres, which other commands start and stop by themselves. */
@Command(name = "dev-db", description = "Start, stop or look into the workspace's embedded Postgres.")
final class DevDatabaseCommand extends DibsSubcommand {

    /** What to do with it. */
    enum Action {
        START,
        STOP,
        URL,
        PSQL,
        RESET
    }

    @Parameters(index = "0", paramLabel = "start|stop|url|psql|reset", description = "start: keep it running; stop; url: print "
            + "its URL, starting it; psql: open psql on it; reset: delete its data")
    private Action action;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENT", description = "passed to psql")
    private List<String> arguments = List.of();

    @Override
    int run(Invocation invocation) {
        DevDatabase database = new DevDatabase(invocation.workspace());
        return switch (action) {
            case START -> start(invocation, database);
            case STOP -> stop(invocation, database);
            case URL -> url(invocation, database);
            case PSQL -> psql(database);
            case RESET -> reset(invocation, database);
        };
    }

    private static int start(Invocation invocation, DevDatabase database) {
        EmbeddedPostgres server = database.startDetached();
        invocation.terminal().say("the dev database runs on 127.0.0.1:" + server.port() + " until dibs dev-db stop");
        return OK;
    }

    private static int stop(Invocation invocation, DevDatabase database) {
        Optional<EmbeddedPostgres> server = database.running();
        server.ifPresent(EmbeddedPostgres::stop);
        invocation.terminal().say(server.isPresent() ? "stopped" : "the dev database does not run");
        return OK;
    }

    private static int url(Invocation invocation, DevDatabase database) {
        invocation.terminal().print(database.startDetached().url() + "\n");
        return OK;
    }

    private int psql(DevDatabase database) {
        try (EmbeddedPostgres server = database.open()) {
            List<String> command = new java.util.ArrayList<>(List.of("psql", "-h", "127.0.0.1", "-p",
                    String.valueOf(server.port()), "-U", server.user(), "-d", "postgres"));
            command.addAll(arguments);
            ProcessBuilder psql = new ProcessBuilder(command).inheritIO();
            psql.environment().put("PGPASSWORD", server.password());
            return psql.start().waitFor();
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0922", "psql cannot be started: " + e.getMessage(),
                    "Install the Postgres client, or connect another one to what dibs dev-db url says.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static int reset(Invocation invocation, DevDatabase database) {
        database.reset();
        invocation.terminal().say("the dev database is empty");
        return OK;
    }
}
