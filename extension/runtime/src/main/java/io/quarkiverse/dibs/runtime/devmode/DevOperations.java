package io.quarkiverse.dibs.runtime.devmode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.postgres.operation.DiffOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.GenerateOperation;
import io.quarkiverse.dibs.postgres.operation.GenerateRequest;
import io.quarkiverse.dibs.postgres.operation.SchemaOperation;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.runtime.NewSources;
import io.quarkiverse.dibs.runtime.service.RunLog;
import io.quarkiverse.dibs.runtime.service.Timestamps;

/** The operations as dev mode offers them, to pages, prompt and assistants: on the application's database. Blocking. */
public final class DevOperations {

    /**
     * What was generated and where it stands now.
     *
     * @param files in the order of the migrations
     */
    public record Written(GenerateReport report, List<Path> files) {
        public Written {
            files = List.copyOf(files);
        }
    }

    private final DevSession session;

    public DevOperations(DevSession session) {
        this.session = session;
    }

    public DiffReport diff(List<String> renames) {
        return session.run(() -> new DiffOperation(session.context()).run(request(renames)));
    }

    public StatusReport status() {
        return session.run(() -> new StatusOperation(session.context()).run());
    }

    public SchemaReport schema() {
        return session.run(() -> new SchemaOperation(session.context()).withProvenance());
    }

    /**
     * @param allow hazards agreed to, by written name
     * @param version of the first migration, or empty for that of now
     */
    public GenerateReport generate(String name, List<String> renames, Set<String> allow, String version) {
        return session.run(() -> new GenerateOperation(session.context())
                .run(new GenerateRequest(name, false, allow, Timestamps.orNow(version), Optional.empty(), request(renames))));
    }

    /**
     * The same, and writes it into the source tree.
     *
     * @throws DibsException DIBS-0911 while the sources do not compile: what runs is not what they say; DIBS-0731 or DIBS-0732
     *         when they cannot be written, and then none of them is
     */
    public Written write(String name, List<String> renames, Set<String> allow, String version) {
        session.requireSources();
        Path root = target();
        GenerateReport report = generate(name, renames, allow, version);
        return new Written(report, NewSources.write(report, root, false));
    }

    /** The source root that new migrations go to. */
    public Path target() {
        return session.settings().sources().stream().findFirst()
                .orElseThrow(() -> new DibsException(Problem.of("DIBS-0733", Category.USAGE,
                        "there is no source folder that a migration could be written to")
                        .remedy("Write it with dibs generate-from-diff in the db module.")));
    }

    /**
     * Begins to apply the pending migrations.
     *
     * @param consent the written name of the hazard, where a pending migration says that it has it
     * @throws DibsException DIBS-0734 without it
     */
    public RunLog migrate(String consent) {
        List<String> asked = new MigrationSources(session.settings().sources())
                .consentOf(session.migrations(), status());
        if (!asked.isEmpty() && !consent.equals(Hazard.DELETES_DATA.writtenName())) {
            throw new DibsException(Problem.of("DIBS-0734", Category.REFUSED,
                    "a pending migration deletes data: " + String.join("; ", asked))
                    .remedy("Say that you want it: type " + Hazard.DELETES_DATA.writtenName() + "."));
        }
        return session.migrate();
    }

    private static DiffRequest request(List<String> renames) {
        return DiffRequest.standard().withRenames(renames).withOnline("");
    }
}
