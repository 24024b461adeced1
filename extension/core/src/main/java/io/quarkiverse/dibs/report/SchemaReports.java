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

    private SchemaReports(Intent intent) {
        this.intent = intent;
        for (DbObject object : intent.schema().objects()) {
            ObjectId whole = object instanceof Index index ? index.table() : object.id().parent();
            if (whole != null) {
                parts.computeIfAbsent(whole, id -> new ArrayList<>()).add(object);
            }
        }
    }

    public static SchemaReport of(String description, Intent intent) {
        SchemaReports reports = new SchemaReports(intent);
        Schema schema = intent.schema();
        return new SchemaReport(description,
                schema.objects().stream().filter(object -> isTypeAlone(object.id().kind()))
                        .map(object -> new SchemaReport.Type(object.id().schema(), object.id().name(), described(object)))
                        .toList(),
                schema.all(Table.class).map(reports::table).toList());
    }

    private List<DbObject> partsOf(ObjectId id) {
        return parts.getOrDefault(id, List.of());
    }

    private static boolean isTypeAlone(ObjectKind kind) {
        return kind == ObjectKind.ENUM || kind == ObjectKind.COMPOSITE || kind == ObjectKind.RANGE
                || kind == ObjectKind.DOMAIN;
    }

    private SchemaReport.Table table(Table table) {
        List<SchemaReport.Column> columns = partsOf(table.id()).stream().filter(Column.class::isInstance)
                .map(Column.class::cast).sorted(Comparator.comparingInt(Column::position)).map(this::column).toList();
        List<SchemaReport.Part> shown = partsOf(table.id()).stream().filter(object -> isShown(object.id().kind()))
                .map(object -> new SchemaReport.Part(object.id().kind().label(), object.id().name(), described(object)))
                .toList();
        return new SchemaReport.Table(table.id().schema(), table.id().name(), documentation(table.id()), columns, shown,
                DiffReports.source(Optional.of(intent), table.id()));
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
                documentation(column.id()), DiffReports.source(Optional.of(intent), column.id()), List.of());
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
