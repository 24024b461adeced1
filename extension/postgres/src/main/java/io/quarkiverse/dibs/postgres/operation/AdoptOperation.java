package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.report.AdoptReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.source.EntityFile;
import io.quarkiverse.dibs.source.EntitySource;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.source.MigrationSource;
import io.quarkiverse.dibs.source.MigrationVersions;

/**
 * Reads a database that was there before dibs: its tables become entities, and all of it becomes the migrations that make the
 * same on an empty database. Writes no file and changes nothing.
 */
public final class AdoptOperation {

    private static final String PUBLIC = "public";
    private static final String NAME = "Baseline";

    private final OperationContext context;

    public AdoptOperation(OperationContext context) {
        this.context = context;
    }

    /**
     * @param packageName of the entities; the migrations stand in a package {@code migrations} below it
     * @param version of the first migration
     * @throws DibsException DIBS-0664 when dibs has worked on the database, DIBS-0673 when there is no table in it
     */
    public AdoptReport run(String packageName, String version) {
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            if (!new MigrationHistory(context.history()).read(session.connection()).await().indefinitely().isEmpty()) {
                throw new DibsException(Problem.of("DIBS-0664", Category.REFUSED, "this database has a history already")
                        .remedy("It is adopted; see dibs status in its workspace."));
            }
            Schema schema = CatalogReader.readNow(session, context.schemas()).schema();
            if (schema.all(Table.class).findAny().isEmpty()) {
                throw new DibsException(Problem.of("DIBS-0673", Category.REFUSED,
                        "there is no table in " + session.target() + " that could be adopted")
                        .remedy("Start without --adopt, and write the entities first."));
            }
            return report(session.target().toString(), schema, session.majorVersion(), packageName, version);
        }
    }

    private static AdoptReport report(String database, Schema schema, int major, String packageName, String version) {
        List<EntityFile> entities = EntitySource.write(schema, packageName, PUBLIC);
        List<String> notes = new ArrayList<>();
        entities.forEach(entity -> notes.addAll(entity.notes()));
        schema.unmodelled().forEach(object -> notes.add(object.kind() + " " + object.name() + ", which dibs has no model of"));
        List<GeneratedMigration> migrations = new ArrayList<>();
        String next = version;
        for (MigrationPart part : parts(schema, major)) {
            String suffix = migrations.isEmpty() ? "" : String.valueOf(migrations.size() + 1);
            migrations.add(MigrationSource.write(packageName + ".migrations", next, NAME + suffix, part));
            next = MigrationVersions.next(next);
        }
        return new AdoptReport(database, migrations.get(migrations.size() - 1).version(),
                entities.stream().map(entity -> new AdoptReport.Source(entity.fileName(), entity.source())).toList(),
                migrations,
                notes);
    }

    /** Who owns and may do what is a matter of each server and its roles. */
    private static List<MigrationPart> parts(Schema schema, int major) {
        Schema.Builder wanted = schema.toBuilder();
        Schema.Builder empty = Schema.builder();
        for (DbObject object : schema.objects()) {
            ObjectId id = object.id();
            if (id.kind() == ObjectKind.OWNER || id.kind() == ObjectKind.GRANT || id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
                wanted.remove(id);
            } else if (id.root().equals(ObjectId.namespace(PUBLIC))) {
                // an empty database has it
                empty.add(object);
            }
        }
        Diff diff = Differ.diff(empty.build(), wanted.build(), DiffOptions.complete().withServerMajor(major));
        return MigrationParts.of(Planner.plan(diff, PlanOptions.forServer(major)),
                "What the database had when dibs began with it.", List.of());
    }
}
