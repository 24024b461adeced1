package io.quarkiverse.dibs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** Makes the report of the schema that the entities describe. */
public final class SchemaReports {

    private SchemaReports() {
    }

    public static SchemaReport of(String description, Intent intent) {
        Schema schema = intent.schema();
        return new SchemaReport(description,
                schema.objects().stream().filter(object -> isTypeAlone(object.id().kind()))
                        .map(object -> new SchemaReport.Type(object.id().schema(), object.id().name(), described(object)))
                        .toList(),
                schema.all(Table.class).map(table -> table(table, intent)).toList());
    }

    private static boolean isTypeAlone(ObjectKind kind) {
        return kind == ObjectKind.ENUM || kind == ObjectKind.COMPOSITE || kind == ObjectKind.RANGE
                || kind == ObjectKind.DOMAIN;
    }

    private static SchemaReport.Table table(Table table, Intent intent) {
        List<SchemaReport.Column> columns = intent.schema().all(Column.class)
                .filter(column -> column.id().parent().equals(table.id()))
                .sorted(Comparator.comparingInt(Column::position)).map(column -> column(column, intent)).toList();
        List<SchemaReport.Part> parts = intent.schema().objects().stream().filter(object -> isPartOf(object, table.id()))
                .map(object -> new SchemaReport.Part(object.id().kind().label(), object.id().name(), described(object)))
                .toList();
        return new SchemaReport.Table(table.id().schema(), table.id().name(), documentation(table.id(), intent), columns,
                parts, DiffReports.source(Optional.of(intent), table.id()));
    }

    private static boolean isPartOf(DbObject object, ObjectId table) {
        if (object instanceof Index index) {
            return index.table().equals(table);
        }
        ObjectKind kind = object.id().kind();
        return table.equals(object.id().parent())
                && (kind.isConstraint() || kind == ObjectKind.TRIGGER || kind == ObjectKind.POLICY || kind == ObjectKind.RULE);
    }

    private static SchemaReport.Column column(Column column, Intent intent) {
        List<String> properties = new ArrayList<>();
        if (column.notNull()) {
            properties.add("not null");
        }
        column.identity().ifPresent(identity -> properties
                .add("generated " + (identity.always() ? "always" : "by default") + " as identity"));
        column.generated().ifPresent(generated -> properties.add("generated always as (" + generated.expression().sql() + ") "
                + (generated.stored() ? "stored" : "virtual")));
        ObjectId table = column.id().parent();
        String name = column.id().name();
        for (DbObject object : intent.schema().objects()) {
            if (table.equals(object.id().parent())) {
                keyProperty(object, name).ifPresent(properties::add);
            }
            if (object.id().kind() == ObjectKind.COLUMN_DEFAULT && column.id().equals(object.id().parent())) {
                properties.add("default " + described(object));
            }
        }
        Optional<Intent.Source> source = Optional.ofNullable(intent.sources().get(column.id()));
        return new SchemaReport.Column(name, column.type().name(), properties, source.flatMap(Intent.Source::javaType),
                documentation(column.id(), intent), DiffReports.source(Optional.of(intent), column.id()), List.of());
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

    private static Optional<String> documentation(ObjectId id, Intent intent) {
        return Optional.ofNullable(intent.sources().get(id)).flatMap(Intent.Source::javadoc)
                .or(() -> intent.schema().all(Comment.class).filter(comment -> id.equals(comment.id().parent()))
                        .map(Comment::text).findFirst());
    }

    private static String described(DbObject object) {
        return Display.of(new Change.Create(object)).description();
    }
}
