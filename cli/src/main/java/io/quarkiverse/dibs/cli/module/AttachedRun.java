package io.quarkiverse.dibs.cli.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.text.FileReason;
import io.quarkiverse.dibs.protocol.Announcement;
import io.quarkiverse.dibs.report.MigrationEvent;

/** A run in a db module that another command started, be that one still there or not. Closing this leaves the run alone. */
public final class AttachedRun implements AutoCloseable {

    private final ServiceClient client;

    private AttachedRun(ServiceClient client) {
        this.client = client;
    }

    /**
     * @param folders in which db modules announce themselves, the likeliest first
     * @throws DibsException DIBS-0952 when none does
     */
    public static AttachedRun find(Path... folders) {
        for (Path services : folders) {
            try {
                List<Announcement> found = Announcement.in(services);
                if (!found.isEmpty()) {
                    return new AttachedRun(new ServiceClient(found.get(0).handshake(), found.get(0).credential()));
                }
            } catch (IOException e) {
                throw CliProblem.usage("DIBS-0953", services + " cannot be read: " + FileReason.of(e), "Make it readable.");
            }
        }
        throw none();
    }

    private static DibsException none() {
        return CliProblem.refused("DIBS-0952", "no dibs migrate is at work in this workspace",
                "dibs status says what is applied; dibs lock status says who is at work elsewhere.");
    }

    /** What the run did so far, then what it does, on this thread; returns when it has ended. */
    public void follow(Consumer<MigrationEvent> events) {
        try {
            client.attach(events);
        } catch (DibsException e) {
            Problem problem = e.problem();
            // found at the very moment at which it began or ended
            throw problem.code().equals("DIBS-0706") || problem.code().equals("DIBS-0806") ? none() : e;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
