package io.quarkiverse.dibs.deployment.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassInfo;

import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.schema.ObjectId;

/** One {@code @Table} class as a table with its columns; constraints come when all tables are known. */
final class TableReader {

    private final IntentBuilder builder;
    private final FieldCollector fields;
    private final ColumnReader columns;
    private final Map<ObjectId, Place> tables = new HashMap<>();

    TableReader(IntentBuilder builder, FieldCollector fields, ColumnReader columns) {
        this.builder = builder;
        this.fields = fields;
        this.columns = columns;
    }

    Optional<TableModel> read(ClassInfo type) {
        Place place = builder.sources.of(type);
        Values table = IntentBuilder.annotation(type, Table.class).orElseThrow();
        if (type.isInterface() || type.isEnum() || type.isAnnotation()) {
            builder.problems.add("DIBS-0117", place, "only a class or a record can be a table", "Make it a class or a record.");
            return Optional.empty();
        }
        String name = table.given("value").orElseGet(() -> builder.settings.naming().name(EnumReader.simpleName(type)));
        String schema = table.given("schema").orElse(builder.settings.defaultSchema());
        if (!builder.isName("table", name, place) || !builder.isName("schema", schema, place)) {
            return Optional.empty();
        }
        ObjectId id = ObjectId.table(schema, name);
        Place other = tables.putIfAbsent(id, place);
        if (other != null) {
            builder.problems.add("DIBS-0102", place, "the table " + id.display() + " is also that of " + other.display(),
                    "Give one of them another name: @Table(\"...\").");
            return Optional.empty();
        }
        builder.add(io.quarkiverse.dibs.schema.Table.plain(id), place);
        builder.source(id, place, type.name().toString());
        builder.comment(id, IntentBuilder.annotation(type, Comment.class), place);
        IntentBuilder.annotation(type, RenamedFrom.class)
                .ifPresent(values -> values.texts("value").forEach(former -> builder.rename(formerTable(former, id), id)));
        return Optional.of(withColumns(type, place, id));
    }

    private TableModel withColumns(ClassInfo type, Place place, ObjectId id) {
        List<Values> classKeys = IntentBuilder.annotations(type, PrimaryKey.class, builder.index);
        List<String> classKey = classKeys.isEmpty() ? List.of() : classKeys.get(classKeys.size() - 1).texts("columns");
        List<ColumnModel> models = new ArrayList<>();
        List<String> fieldKey = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (EntityField field : fields.of(type)) {
            String name = columns.name(field);
            Place at = builder.sources.of(field.field());
            Place before = seen.putIfAbsent(name, at);
            if (before != null) {
                builder.problems.add("DIBS-0103", at,
                        "the column " + name + " of the table " + id.display() + " is also that of " + before.display(),
                        "Give one of them another name: @Column(\"...\"), or a prefix where a value is embedded.");
                continue;
            }
            if (field.has(PrimaryKey.class) || field.key()) {
                fieldKey.add(name);
            }
            Optional<ColumnModel> column = columns.read(field, id, models.size() + 1, classKey.contains(name));
            column.ifPresentOrElse(models::add, () -> broken.add(name));
        }
        return new TableModel(type, place, id, models, classKey.isEmpty() ? fieldKey : classKey, broken);
    }

    private static ObjectId formerTable(String former, ObjectId now) {
        List<String> parts = QualifiedNames.parts(former);
        return parts.size() == 2 ? ObjectId.table(parts.get(0), parts.get(1)) : now.withName(former);
    }
}
