package io.quarkiverse.dibs.postgres.operation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.history.Versions;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.source.MigrationSource;
import io.quarkiverse.dibs.source.MigrationVersions;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.quarkiverse.dibs.sql.Identifiers;

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
     *         hazard, DIBS-0505 when all that differs would delete data, DIBS-0670 and DIBS-0671 when there is no way back
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
        Fingerprint nothing = Fingerprint.ofText("");
        DiffReport none = new DiffReport("", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), nothing,
                nothing);
        return new GenerateReport(none, List.of(MigrationSource.write(packageName(request), emptyVersion(request), name, part)),
                List.of());
    }

    /** An empty migration needs no database, so only the code is looked at. */
    private String emptyVersion(GenerateRequest request) {
        return MigrationVersions.after(context.migrations().stream().filter(migration -> !migration.repeatable())
                .map(MigrationInvoker::version).toList(), request.version());
    }

    private GenerateReport fromDiff(GenerateRequest request, String name) {
        List<MigrationRow> outstanding = new StatusOperation(context).run().migrations().stream()
                .filter(MigrationStates::isOutstanding).toList();
        if (!outstanding.isEmpty()) {
            Set<String> code = MigrationStates.byVersion(context.migrations()).keySet();
            throw new DibsException(Problem.of("DIBS-0501", Category.REFUSED, "migrations are pending: " + String.join(", ",
                    outstanding.stream().map(row -> row.version() + " " + row.name()).toList()))
                    .remedy(outstanding.stream().anyMatch(row -> code.contains(row.version()))
                            ? "Run dibs migrate first; then generate from what still differs."
                            : "The code does not have them any more: let dibs repair forget the attempt; then generate."));
        }
        GenerationBasis basis = request.reverse() ? new WayBack(context, request).find()
                : GenerationBasis.ofDiff(new DiffOperation(context).outcome(request.diff()));
        DiffOperation.Outcome outcome = basis.outcome();
        Diff wanted = withHistorySchema(outcome.diff(), outcome.serverMajor());
        if (wanted.isEmpty()) {
            throw new DibsException(
                    Problem.of("DIBS-0502", Category.REFUSED, "nothing differs, so there is nothing to generate")
                            .remedy("For an empty migration: dibs generate " + request.name()));
        }
        GenerationGoal goal = GenerationGoal.of(wanted, outcome.planOptions(), request.allow());
        if (goal.plan().isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0505", Category.REFUSED,
                    "all that differs would delete data: " + String.join("\n", goal.withheld()))
                    .remedy("Say that you want it: --allow " + Hazard.DELETES_DATA.writtenName()));
        }
        List<GeneratedMigration> migrations = new ArrayList<>();
        String version = firstVersion(request);
        List<MigrationPart> parts = parts(goal, basis, request, sentence(name));
        for (MigrationPart part : request.unqualified() ? UnqualifiedNames.in(parts, unqualifiedSchema()) : parts) {
            String suffix = migrations.isEmpty() ? "" : String.valueOf(migrations.size() + 1);
            migrations.add(MigrationSource.write(packageName(request), version, name + suffix, part));
            version = MigrationVersions.next(version);
        }
        return new GenerateReport(outcome.report(), migrations, goal.withheld());
    }

    /** In a run a name without a schema means that of dibs' own tables first. */
    private String unqualifiedSchema() {
        String schema = context.requireIntent().defaultSchema();
        if (!schema.equals(context.history().schema())) {
            throw new DibsException(Problem.of("DIBS-0507", Category.USAGE, "names without a schema would mean the schema "
                    + context.history().schema() + " of dibs' own tables, and the entities are in " + schema)
                    .remedy("Leave quarkus.dibs.metadata-schema out, or generate without --unqualified."));
        }
        return schema;
    }

    /** The runner makes the schema of its own tables, so that no migration can. */
    private Diff withHistorySchema(Diff diff, int serverMajor) {
        ObjectId schema = ObjectId.namespace(context.history().schema());
        if (!diff.to().contains(schema) || diff.from().contains(schema)) {
            return diff;
        }
        Schema from = diff.from().toBuilder().put(new Namespace(schema)).build();
        return Differ.between(from, diff.to(), diff, serverMajor);
    }

    private List<MigrationPart> parts(GenerationGoal goal, GenerationBasis basis, GenerateRequest request, String sentence) {
        DiffOperation.Outcome outcome = basis.outcome();
        String description = sentence + ". " + basis.origin();
        List<String> remarks = new ArrayList<>(basis.remarks());
        goal.withheld().forEach(text -> remarks.add("left out: " + text));
        ColumnsToFill toFill = columnsToFill(goal.diff(), outcome, request);
        if (toFill.isEmpty()) {
            return MigrationParts.of(goal.plan(), description, remarks);
        }
        Diff first = Differ.between(goal.diff().from(), toFill.between(), goal.diff(), outcome.serverMajor());
        List<MigrationPart> parts = new ArrayList<>(
                MigrationParts.of(Planner.plan(first, outcome.planOptions()), description, remarks));
        parts.add(new MigrationPart(sentence + ": values for the rows that are there.", false, toFill.backfills()));
        Diff second = Differ.diff(toFill.between(), toFill.goal(),
                DiffOptions.complete().withServerMajor(outcome.serverMajor()));
        parts.addAll(MigrationParts.of(Planner.plan(second, afterRenames(outcome.planOptions(), goal.diff())),
                sentence + ": what every row has a value for by now.", List.of()));
        return parts;
    }

    /** By then the tables that have rows have the names they are to have. */
    private static PlanOptions afterRenames(PlanOptions options, Diff diff) {
        Map<ObjectId, ObjectId> renames = diff.renames().renames();
        return options.withOnline(options.online(), options.withRows().stream()
                .map(table -> renames.getOrDefault(table, table)).collect(Collectors.toSet()));
    }

    private ColumnsToFill columnsToFill(Diff diff, DiffOperation.Outcome outcome, GenerateRequest request) {
        if (!request.diff().from().equals(DiffRequest.DATABASE)) {
            return ColumnsToFill.in(diff, outcome.estimatedRows(), column -> false);
        }
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.ONE_BY_ONE)) {
            session.run("SET statement_timeout = '10s'");
            return ColumnsToFill.in(diff, outcome.estimatedRows(), column -> hasNulls(session, column));
        }
    }

    private static boolean hasNulls(PgSession session, ObjectId column) {
        try {
            return session.run("SELECT EXISTS (SELECT FROM " + Identifiers.qualify(column.parent()) + " WHERE "
                    + Identifiers.quote(column.name()) + " IS NULL)").iterator().next().getBoolean(0);
        } catch (RuntimeException e) {
            // too many rows to look at, or no right to: then the user is asked to
            return true;
        }
    }

    private String firstVersion(GenerateRequest request) {
        return MigrationVersions.after(new StatusOperation(context).run().migrations().stream().map(MigrationRow::version)
                .filter(version -> !Versions.isRepeatable(version)).toList(), request.version());
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
        Optional<String> newest = context.migrations().stream().filter(migration -> !migration.repeatable())
                .max(Comparator.comparing(
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
