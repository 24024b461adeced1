package io.quarkiverse.dibs.runtime.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.protocol.Announcement;
import io.quarkiverse.dibs.protocol.Handshake;
import io.quarkiverse.dibs.protocol.ProtocolVersion;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.runtime.DibsVersion;
import io.quarkiverse.dibs.runtime.service.Credentials;
import io.quarkiverse.dibs.runtime.service.DibsServer;
import io.quarkus.runtime.Quarkus;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code serve}: answers the dibs command over gRPC until its standard input ends, which it does when the parent goes away in
 * whatever way. Writes one line to standard output and nothing else.
 */
final class ServeCommand implements DirectCommand {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String description() {
        return "Answer the dibs command over gRPC until standard input ends; the token comes in DIBS_TOKEN.";
    }

    @Override
    public void describe(CommandSpec spec) {
        // no options of its own
    }

    @Override
    public int run(Invocation invocation) {
        String secret = System.getenv(Token.ENVIRONMENT);
        if (secret == null || secret.length() < 32) {
            throw new DibsException(Problem.of("DIBS-0704", Category.USAGE, "serve needs a token in " + Token.ENVIRONMENT)
                    .remedy("It is meant for the dibs command, which sets one. By hand: " + Token.ENVIRONMENT
                            + "=$(openssl rand -hex 32)"));
        }
        Credentials credentials = "once".equals(System.getenv(Token.USE)) ? Credentials.singleUse(Token.of(secret))
                : Credentials.reusable(Token.of(secret));
        try (DibsServer server = DibsServer.start(invocation.module(), invocation.databaseUrl(), credentials,
                Infrastructure.getDefaultWorkerPool())) {
            Handshake handshake = new Handshake(server.port(), ProtocolVersion.MAJOR, ProtocolVersion.MINOR,
                    DibsVersion.current(), invocation.module().name(), ProcessHandle.current().pid());
            Optional<Path> announced = announce(invocation, new Announcement(handshake, credentials.issue()));
            try {
                invocation.console().print(handshake.toLine() + "\n");
                endWithInput(invocation, System.in);
                Quarkus.waitForExit();
            } finally {
                announced.ifPresent(file -> file.toFile().delete());
            }
        }
        return OK;
    }

    /** A folder that cannot be written to keeps nobody from being served. */
    private static Optional<Path> announce(Invocation invocation, Announcement announcement) {
        String folder = System.getenv(Announcement.ENVIRONMENT);
        if (folder == null || folder.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(announcement.writeInto(Path.of(folder)));
        } catch (IOException e) {
            invocation.console().say("no other process can attach to this one: " + e);
            return Optional.empty();
        }
    }

    /** What runs when the input ends may come to its end; nothing new is begun. */
    private static void endWithInput(Invocation invocation, InputStream input) {
        Thread watcher = new Thread(() -> {
            byte[] ignored = new byte[256];
            try {
                while (input.read(ignored) >= 0) {
                    continue;
                }
            } catch (IOException e) {
                invocation.console().say("standard input failed: " + e.getMessage());
            }
            invocation.module().runs().abandon();
            invocation.module().runs().awaitEnd();
            Quarkus.asyncExit(0);
        }, "dibs-input");
        watcher.setDaemon(true);
        watcher.start();
    }
}
