package io.quarkiverse.dibs.runtime.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.fleet.Shard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that turn a command on one database into one on many. */
final class FleetOptions {

    private static final String TARGETS = "--targets";
    private static final String QUERY = "--targets-query";
    private static final String PARALLEL = "--parallel";
    private static final String SHARD = "--shard";
    private static final String FAIL_FAST = "--fail-fast";

    private FleetOptions() {
    }

    /** @param changes whether the command changes the targets */
    static void add(CommandSpec spec, boolean changes) {
        spec.addOption(OptionSpec.builder(TARGETS).paramLabel("FILE").type(String.class)
                .description("work on many databases or schemas: a postgresql:// URL a line, then schema=NAME and name=NAME; "
                        + "- is standard input")
                .build());
        spec.addOption(OptionSpec.builder(QUERY).paramLabel("SQL").type(String.class)
                .description("the same, as this query on the database gives them, in columns schema, database, url or name")
                .build());
        spec.addOption(OptionSpec.builder(PARALLEL).paramLabel("N").type(Integer.class)
                .description("how many targets at a time (" + FleetRequest.DEFAULT_PARALLEL + ")").build());
        spec.addOption(OptionSpec.builder(SHARD).paramLabel("I/N").type(String.class)
                .description("only part I of N, from 0; in /N it is that of " + Shard.INDEX_VARIABLE).build());
        if (changes) {
            spec.addOption(OptionSpec.builder(FAIL_FAST).description("begin no other target once one has failed").build());
        }
    }

    /** Empty where one database is meant. */
    static Optional<FleetRequest> of(Invocation invocation) {
        String file = invocation.text(TARGETS);
        String query = invocation.text(QUERY);
        Integer parallel = invocation.typed().matchedOptionValue(PARALLEL, (Integer) null);
        String shard = invocation.text(SHARD);
        boolean failFast = invocation.typed().commandSpec().findOption(FAIL_FAST) != null && invocation.flag(FAIL_FAST);
        if (file == null && query == null) {
            if (parallel != null || shard != null || failFast) {
                throw new DibsException(Problem.of("DIBS-0749", Category.USAGE,
                        String.join(", ", List.of(PARALLEL, SHARD, FAIL_FAST)) + " are for many targets, and there are none")
                        .remedy("Give " + TARGETS + " FILE or " + QUERY + " SQL."));
            }
            return Optional.empty();
        }
        return Optional.of(new FleetRequest(Optional.ofNullable(file), Optional.ofNullable(file).map(FleetOptions::read),
                Optional.ofNullable(query), parallel == null ? FleetRequest.DEFAULT_PARALLEL : parallel,
                Optional.ofNullable(shard), failFast));
    }

    private static String read(String file) {
        try {
            return file.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw FleetRequest.unreadable(file, e);
        }
    }
}
