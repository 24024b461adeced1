package io.quarkiverse.dibs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Display;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** Makes the report of the schema that the entities describe. Not thread-safe; used once. */
public final class SchemaReports {

    private final Intent intent;
    /** The parts of each object; an index counts as a part of its table. */
    private final Map<ObjectId, List<DbObject>> parts = new HashMap<>();

    private final Map<ObjectId, List<String>> provenance;

    private SchemaReports(Intent intent, Map<ObjectId, List<String>> provenance) {
        this.intent = intent;
        this.provenance = provenance;
        for (DbObject object : intent.schema().objects()) {
            ObjectId whole = object instanceof Index index ? index.table() : object.id().parent();
            if (whole != null) {
                parts.computeIfAbsent(whole, id -> new ArrayList<>()).add(object);
            }
        }
    }

    /** Without a database, and so without provenance. */
    public static SchemaReport of(String description, Intent intent) {
        return of(description, intent, Map.of(), List.of());
    }

    /**
     * @param provenance sentences on tables, columns and indexes
     */
    public static SchemaReport of(String description, Intent intent, Map<ObjectId, List<String>> provenance,
            List<String> warnings) {
        SchemaReports reports = new SchemaReports(intent, provenance);
        Schema schema = intent.schema();
        return new SchemaReport(description,
                schema.objects().stream().filter(object -> isTypeAlone(object.id().kind()))
                        .map(object -> new SchemaReport.Type(object.id().schema(), object.id().name(), described(object)))
                        .toList(),
                schema.all(Table.class).map(reports::table).toList(), warnings);
    }

    private List<DbObject> partsOf(ObjectId id) {
        return parts.getOrDefault(id, List.of());
    }

    private static boolean isTypeAlone(ObjectKind kind) {
        return kind == ObjectKind.ENUM || kind == ObjectKind.COMPOSITE || kind == ObjectKind.RANGE
                || kind == ObjectKind.BASE_TYPE
                || kind == ObjectKind.DOMAIN;
    }

    private SchemaReport.Table table(Table table) {
        List<SchemaReport.Column> columns = partsOf(table.id()).stream().filter(Column.class::isInstance)
                .map(Column.class::cast).sorted(Comparator.comparingInt(Column::position)).map(this::column).toList();
        List<SchemaReport.Part> shown = partsOf(table.id()).stream().filter(object -> isShown(object.id().kind()))
                .map(object -> new SchemaReport.Part(object.id().kind().label(), object.id().name(), described(object),
                        provenance(indexOf(object))))
                .toList();
        return new SchemaReport.Table(table.id().schema(), table.id().name(), documentation(table.id()), columns, shown,
                DiffReports.source(Optional.of(intent), table.id()), provenance(table.id()));
    }

    /** The index that the part is, or that stands behind it by the same name. */
    private static ObjectId indexOf(DbObject object) {
        ObjectId id = object.id();
        return id.kind() == ObjectKind.INDEX ? id : ObjectId.inSchema(ObjectKind.INDEX, id.schema(), id.name());
    }

    private List<String> provenance(ObjectId id) {
        return provenance.getOrDefault(id, List.of());
    }

    private static boolean isShown(ObjectKind kind) {
        return kind.isConstraint() || kind == ObjectKind.INDEX || kind == ObjectKind.TRIGGER || kind == ObjectKind.POLICY
                || kind == ObjectKind.RULE;
    }

    private SchemaReport.Column column(Column column) {
        List<String> properties = new ArrayList<>();
        if (column.notNull()) {
            properties.add("not null");
        }
        column.identity().ifPresent(identity -> properties
                .add("generated " + (identity.always() ? "always" : "by default") + " as identity"));
        column.generated().ifPresent(generated -> properties.add("generated always as (" + generated.expression().sql() + ") "
                + (generated.stored() ? "stored" : "virtual")));
        String name = column.id().name();
        partsOf(column.id()).stream().filter(object -> object.id().kind() == ObjectKind.COLUMN_DEFAULT)
                .forEach(object -> properties.add("default " + described(object)));
        partsOf(column.id().parent()).forEach(object -> keyProperty(object, name).ifPresent(properties::add));
        Optional<Intent.Source> source = Optional.ofNullable(intent.sources().get(column.id()));
        return new SchemaReport.Column(name, column.type().name(), properties, source.flatMap(Intent.Source::javaType),
                documentation(column.id()), DiffReports.source(Optional.of(intent), column.id()), provenance(column.id()));
    }

    /** What a key says about one of its columns. */
    private static Optional<String> keyProperty(DbObject object, String column) {
        if (object instanceof PrimaryKey key && key.columns().contains(column)) {
            return Optional.of("primary key");
        }
        if (object instanceof UniqueConstraint unique && unique.columns().equals(List.of(column))) {
            return Optional.of("unique");
        }
        if (object instanceof ForeignKey key && key.columns().contains(column)) {
            return Optional.of("references " + key.referencedTable().display() + "."
                    + key.referencedColumns().get(key.columns().indexOf(column)));
        }
        return Optional.empty();
    }

    private Optional<String> documentation(ObjectId id) {
        return Optional.ofNullable(intent.sources().get(id)).flatMap(Intent.Source::javadoc)
                .or(() -> partsOf(id).stream().filter(Comment.class::isInstance).map(part -> ((Comment) part).text())
                        .findFirst());
    }

    private static String described(DbObject object) {
        return Display.of(new Change.Create(object)).description();
    }
}
