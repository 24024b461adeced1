package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.module.ModuleSession;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.v1.Fleet;
import picocli.CommandLine.Option;

/** The options that turn a command on one database into one on many. */
class FleetOptions {

    @Option(names = "--targets", paramLabel = "FILE", description = "work on many databases or schemas: a postgresql:// URL a line, "
            + "then schema=NAME and name=NAME; - is standard input")
    String targets;

    @Option(names = "--targets-query", paramLabel = "SQL", description = "the same, as this query on the database gives them, in "
            + "columns schema, database, url or name")
    String query;

    @Option(names = "--parallel", paramLabel = "N", description = "how many targets at a time (8)")
    Integer parallel;

    @Option(names = "--shard", paramLabel = "I/N", description = "only part I of N, from 0; in /N it is that of "
            + "JOB_COMPLETION_INDEX")
    String shard;

    boolean failFast() {
        return false;
    }

    /** With what only a command has that changes the targets. */
    static final class Changing extends FleetOptions {

        @Option(names = "--fail-fast", description = "begin no other target once one has failed")
        boolean failFast;

        @Override
        boolean failFast() {
            return failFast;
        }
    }

    /** Empty where one database is meant. Which targets there are, the db module finds out. */
    Optional<Fleet> fleet() {
        if (targets == null && query == null) {
            if (parallel != null || shard != null || failFast()) {
                throw CliProblem.usage("DIBS-0749",
                        "--parallel, --shard and --fail-fast are for many targets, and there are none",
                        "Give --targets FILE or --targets-query SQL.");
            }
            return Optional.empty();
        }
        FleetRequest checked = new FleetRequest(Optional.ofNullable(targets),
                Optional.ofNullable(targets).map(FleetOptions::read),
                Optional.ofNullable(query), parallel == null ? FleetRequest.DEFAULT_PARALLEL : parallel,
                Optional.ofNullable(shard), failFast());
        Fleet.Builder fleet = Fleet.newBuilder().setParallel(checked.parallel()).setFailFast(checked.failFast());
        checked.file().ifPresent(fleet::setFile);
        checked.text().ifPresent(fleet::setText);
        checked.query().ifPresent(fleet::setQuery);
        checked.shard().ifPresent(fleet::setShard);
        return Optional.of(fleet.build());
    }

    /** With the database for a query; a list names its databases itself. */
    ModuleSession module(Invocation invocation) {
        return query == null ? invocation.moduleWithoutDatabase() : invocation.module();
    }

    private static String read(String file) {
        try {
            return file.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw FleetRequest.unreadable(file, e);
        }
    }
}
