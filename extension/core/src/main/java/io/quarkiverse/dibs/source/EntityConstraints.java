package io.quarkiverse.dibs.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** The keys, checks and indexes of one table as annotations: on the field where one column is all there is to say of. */
final class EntityConstraints {

    private final Schema schema;
    private final ObjectId table;
    private final Set<ObjectId> known;
    private final String defaultSchema;
    private final Map<String, List<AnnotationText>> onField = new TreeMap<>();
    private final List<AnnotationText> onClass = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param known the tables that have an entity, which alone a foreign key can point to */
    EntityConstraints(Schema schema, Table table, Set<ObjectId> known, String defaultSchema) {
        this.schema = schema;
        this.table = table.id();
        this.known = known;
        this.defaultSchema = defaultSchema;
        of(PrimaryKey.class).forEach(this::primaryKey);
        of(UniqueConstraint.class).forEach(this::unique);
        of(ForeignKey.class).forEach(this::foreignKey);
        of(CheckConstraint.class).forEach(this::check);
        schema.all(Index.class).filter(index -> index.table().equals(this.table)).forEach(this::index);
        schema.all(Comment.class).filter(comment -> comment.id().root().equals(this.table)
                && comment.id().parent().kind() != ObjectKind.TABLE && comment.id().parent().kind() != ObjectKind.COLUMN)
                .forEach(comment -> notes.add("the comment on " + comment.id().parent().name()));
        of(ExclusionConstraint.class).forEach(constraint -> notes.add("the exclusion constraint " + constraint.id().name()));
    }

    List<AnnotationText> onField(String column) {
        return onField.getOrDefault(column, List.of());
    }

    List<AnnotationText> onClass() {
        return onClass;
    }

    /** What the database has of this table and annotations cannot say. */
    List<String> notes() {
        return notes;
    }

    static AnnotationText identity(Column.Identity identity, SqlType type) {
        AnnotationText text = new AnnotationText("Identity");
        if (!identity.always()) {
            text.code("generation", "IdentityGeneration.BY_DEFAULT");
        }
        SequenceOptions options = identity.options();
        if (!options.equals(SequenceOptions.defaults(options.dataType()))) {
            text.code("start", options.start() + "L").code("increment", options.increment() + "L")
                    .code("minValue", options.min() + "L").code("maxValue", options.max() + "L")
                    .code("cache", options.cache() + "L");
            if (options.cycle()) {
                text.code("cycle", "true");
            }
        }
        return text;
    }

    private <T extends DbObject> List<T> of(Class<T> type) {
        return schema.all(type).filter(object -> table.equals(object.id().parent())).toList();
    }

    private void primaryKey(PrimaryKey key) {
        if (!key.include().isEmpty()) {
            notes.add("INCLUDE of the primary key");
        }
        AnnotationText text = new AnnotationText("PrimaryKey");
        List<String> columns = key.columns();
        if (columns.size() > 1) {
            text.texts("columns", columns);
        }
        named(text, key.id(), table.name() + "_pkey");
        deferrable(text, key.deferrability());
        put(text, columns);
    }

    private void unique(UniqueConstraint unique) {
        AnnotationText text = new AnnotationText("Unique");
        if (unique.columns().size() > 1) {
            text.texts("columns", unique.columns());
        }
        named(text, unique.id(), table.name() + "_" + String.join("_", unique.columns()) + "_key");
        text.texts("include", unique.include());
        if (unique.nullsNotDistinct()) {
            text.code("nullsNotDistinct", "true");
        }
        deferrable(text, unique.deferrability());
        put(text, unique.columns());
    }

    private void foreignKey(ForeignKey key) {
        if (!known.contains(key.referencedTable())) {
            notes.add("the foreign key " + key.id().name() + ", since " + key.referencedTable().display() + " has no entity");
            return;
        }
        if (!key.validated()) {
            notes.add("that the foreign key " + key.id().name() + " is not validated, which dibs diff asks for");
        }
        AnnotationText text = new AnnotationText("ForeignKey");
        if (key.columns().size() > 1) {
            text.texts("columns", key.columns());
        }
        String target = (key.referencedTable().schema().equals(defaultSchema) ? "" : part(key.referencedTable().schema()) + ".")
                + part(key.referencedTable().name());
        if (key.columns().size() == 1) {
            text.text("references", target + "." + part(key.referencedColumns().get(0)));
        } else {
            text.text("references", target).texts("referencedColumns", key.referencedColumns());
        }
        named(text, key.id(), table.name() + "_" + String.join("_", key.columns()) + "_fkey");
        action(text, "onDelete", key.onDelete());
        text.texts("onDeleteColumns", key.setColumns());
        action(text, "onUpdate", key.onUpdate());
        if (key.matchFull()) {
            text.code("matchFull", "true");
        }
        deferrable(text, key.deferrability());
        put(text, key.columns());
    }

    private void check(CheckConstraint check) {
        if (!check.validated()) {
            notes.add("that the check " + check.id().name() + " is not validated, which dibs diff asks for");
        }
        if (check.noInherit()) {
            notes.add("NO INHERIT of the check " + check.id().name());
        }
        onClass.add(new AnnotationText("Check").value(check.expression().sql()).text("name", check.id().name()));
    }

    private void index(Index index) {
        AnnotationText text = new AnnotationText("Index").text("name", index.id().name());
        boolean plain = index.keys().stream().allMatch(key -> key.column().isPresent()
                && Index.Key.of(key.column().get()).equals(key));
        if (plain) {
            text.texts("columns", index.keys().stream().map(key -> key.column().orElseThrow()).toList());
        } else {
            text.codes("keys", index.keys().stream().map(EntityConstraints::key).map(AnnotationText::toString).toList());
        }
        if (index.unique()) {
            text.code("unique", "true");
        }
        if (index.nullsNotDistinct()) {
            text.code("nullsNotDistinct", "true");
        }
        if (!index.method().equals("btree")) {
            text.text("method", index.method());
        }
        index.predicate().ifPresent(predicate -> text.text("where", predicate.sql()));
        text.texts("include", index.include());
        if (!index.storageParameters().isEmpty()) {
            notes.add("storage parameters of the index " + index.id().name());
        }
        onClass.add(text);
    }

    private static AnnotationText key(Index.Key key) {
        AnnotationText text = new AnnotationText("IndexKey");
        key.column().ifPresent(text::value);
        key.expression().ifPresent(expression -> text.text("expression", expression.sql()));
        if (key.descending()) {
            text.code("order", "SortOrder.DESC");
        }
        if (key.nullsFirst() != key.descending()) {
            text.code("nulls", key.nullsFirst() ? "NullsOrder.FIRST" : "NullsOrder.LAST");
        }
        key.operatorClass().ifPresent(name -> text.text("operatorClass", name));
        text.texts("operatorClassParameters", key.operatorClassParameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue()).toList());
        key.collation().ifPresent(name -> text.text("collation", name));
        return text;
    }

    /** A name that Postgres gives by itself need not be said. */
    private static void named(AnnotationText text, ObjectId id, String otherwise) {
        if (!id.name().equals(otherwise)) {
            text.text("name", id.name());
        }
    }

    private static void action(AnnotationText text, String member, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            text.code(member, "ReferentialAction." + action.name());
        }
    }

    private static void deferrable(AnnotationText text, Deferrability deferrability) {
        if (deferrability != Deferrability.NOT_DEFERRABLE) {
            text.code("deferrable", "Deferrability." + deferrability.name());
        }
    }

    private static String part(String name) {
        return name.contains(".") || name.contains("\"") ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
    }

    private void put(AnnotationText text, List<String> columns) {
        Optional<String> one = columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
        one.ifPresentOrElse(column -> onField.computeIfAbsent(column, name -> new ArrayList<>()).add(text),
                () -> onClass.add(text));
    }
}
