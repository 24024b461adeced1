package io.quarkiverse.dibs.postgres.operation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.source.MigrationSource;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/**
 * Turns the difference into migrations as Java source. Refuses while migrations are pending, because the difference would hold
 * what they do. Writes no file and changes no database.
 */
public final class GenerateOperation {

    private final OperationContext context;

    public GenerateOperation(OperationContext context) {
        this.context = context;
    }

    /**
     * @throws DibsException DIBS-0501 while migrations are pending, DIBS-0502 when nothing differs, DIBS-0503 for an unknown
     *         hazard
     */
    public GenerateReport run(GenerateRequest request) {
        for (String allowed : request.allow()) {
            if (Hazard.ofWrittenName(allowed).isEmpty()) {
                throw new DibsException(Problem.of("DIBS-0503", Category.USAGE, "there is no hazard \"" + allowed + "\"")
                        .remedy("Name one of " + List.of(Hazard.values()) + "."));
            }
        }
        String name = MigrationSource.camelCase(request.name());
        if (name.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0504", Category.USAGE, "the migration needs a name with letters")
                    .remedy("For example: dibs generate-from-diff create-users"));
        }
        return request.empty() ? emptyMigration(request, name) : fromDiff(request, name);
    }

    private GenerateReport emptyMigration(GenerateRequest request, String name) {
        MigrationPart part = new MigrationPart(sentence(name) + ".", true, List.of());
        DiffReport none = new DiffReport("", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "", "");
        return new GenerateReport(none, List.of(MigrationSource.write(packageName(request), request.version(), name, part)),
                List.of());
    }

    private GenerateReport fromDiff(GenerateRequest request, String name) {
        List<MigrationRow> outstanding = new StatusOperation(context).run().migrations().stream()
                .filter(MigrationStates::isOutstanding).toList();
        if (!outstanding.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0501", Category.REFUSED, "migrations are pending: " + String.join(", ",
                    outstanding.stream().map(row -> row.version() + " " + row.name()).toList()))
                    .remedy("Run dibs migrate first; then generate from what still differs."));
        }
        DiffOperation.Outcome outcome = new DiffOperation(context).outcome(request.diff());
        if (outcome.plan().isEmpty()) {
            throw new DibsException(
                    Problem.of("DIBS-0502", Category.REFUSED, "nothing differs, so there is nothing to generate")
                            .remedy("For an empty migration: dibs generate " + request.name()));
        }
        MigrationParts parts = new MigrationParts(outcome, request.allow());
        List<GeneratedMigration> migrations = new ArrayList<>();
        BigInteger version = new BigInteger(request.version());
        for (MigrationPart part : parts.inOrder(sentence(name))) {
            String suffix = migrations.isEmpty() ? "" : String.valueOf(migrations.size() + 1);
            migrations.add(MigrationSource.write(packageName(request),
                    version.add(BigInteger.valueOf(migrations.size())).toString(), name + suffix, part));
        }
        return new GenerateReport(outcome.report(), migrations, parts.withheld());
    }

    /** {@code CreateUsers} to {@code Create users}. */
    private static String sentence(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(i > 0 && Character.isUpperCase(c) ? " " + Character.toLowerCase(c) : String.valueOf(c));
        }
        return out.toString();
    }

    /** That of the newest migration there is; otherwise beside the entities. */
    private String packageName(GenerateRequest request) {
        Optional<String> newest = context.migrations().stream().max(Comparator.comparing(
                (MigrationInvoker migration) -> new BigInteger(migration.version())))
                .map(migration -> packageOf(migration.className()));
        return newest.or(request::packageName).orElseGet(() -> context.intent().map(Intent::sources)
                .flatMap(sources -> sources.values().stream().map(source -> packageOf(source.className())).sorted().findFirst())
                .map(entities -> entities.isEmpty() ? "migrations" : entities + ".migrations").orElse("migrations"));
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
