package io.quarkiverse.dibs.runtime.devmode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.protocol.Announcement;
import io.quarkiverse.dibs.protocol.Handshake;
import io.quarkiverse.dibs.protocol.ProtocolVersion;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.runtime.DibsVersion;
import io.quarkiverse.dibs.runtime.service.ActiveRuns;
import io.quarkiverse.dibs.runtime.service.Credentials;
import io.quarkiverse.dibs.runtime.service.DibsServer;
import io.quarkiverse.dibs.runtime.service.Module;

/**
 * The gRPC service of dev mode, for the command in another terminal: on the loopback address, found by a file that only the
 * user may read. It outlives reloads, and answers with what the sources say now: it lets Quarkus look for changes first.
 */
final class DevService {

    private static final Logger LOG = Logger.getLogger(DevService.class);

    private DevService() {
    }

    /** Opens it where there is a workspace that the command could be called in. */
    static void open(DevSession session, ActiveRuns runs) {
        Generation first = session.generation();
        first.settings().services().ifPresent(folder -> {
            Credentials credentials = Credentials.reusable(Token.random());
            Executor threads = Executors.newCachedThreadPool(task -> DevSession.daemon(task, "dibs-dev-service"));
            DibsServer server = DibsServer.start(() -> fresh(session, runs), first.vertx(), null, credentials,
                    task -> threads.execute(() -> {
                        SourceWatch.scan(session);
                        session.run(() -> {
                            task.run();
                            return null;
                        });
                    }));
            Module module = fresh(session, runs);
            announce(folder, new Announcement(new Handshake(server.port(), ProtocolVersion.MAJOR,
                    ProtocolVersion.MINOR, DibsVersion.current(), module.name(), ProcessHandle.current().pid()),
                    credentials.issue()));
        });
    }

    private static Module fresh(DevSession session, ActiveRuns runs) {
        return session.generation().module(runs, session::requireSources);
    }

    /** A folder that cannot be written to keeps nobody from developing. */
    private static void announce(Path folder, Announcement announcement) {
        try {
            Path file = announcement.writeInto(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> file.toFile().delete(), "dibs-dev-service-end"));
        } catch (IOException e) {
            LOG.warnf("dibs in another terminal will not find this dev mode: %s", e);
        }
    }
}
