package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.IdMap;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;

/**
 * A schema as Postgres would print it after a set of renames: identities, references and the names inside expressions. Bodies
 * of routines that are strings stay as they are, as they do on the server.
 */
final class RenamedSchema {

    private final Schema schema;
    private final IdMap ids;

    private RenamedSchema(Schema schema, IdMap ids) {
        this.schema = schema;
        this.ids = ids;
    }

    static Schema of(Schema schema, RenameMap renames) {
        return renames.isEmpty() ? schema : new RenamedSchema(schema, renames).build();
    }

    private Schema build() {
        Schema.Builder builder = Schema.builder();
        for (DbObject object : schema.objects()) {
            DbObject renamed = withTexts(object).renamed(ids);
            builder.put(renamed);
            for (ObjectId need : schema.dependenciesOf(object.id())) {
                if (!isLeft(need, object.id(), renamed.id())) {
                    builder.dependency(renamed.id(), ids.map(need));
                }
            }
        }
        schema.unmodelled().forEach(other -> builder.unmodelled(other.kind(), other.name()));
        schema.castable().forEach(builder::castable);
        return builder.build();
    }

    /** Whether it is the namespace that the object has gone from. */
    private static boolean isLeft(ObjectId need, ObjectId former, ObjectId present) {
        return need.kind() == ObjectKind.NAMESPACE && need.name().equals(former.schema())
                && !present.schema().equals(former.schema());
    }

    /** The object with the names inside its expressions replaced; its own identity is not touched yet. */
    private DbObject withTexts(DbObject object) {
        Names names = namesSeenBy(object.id());
        if (object instanceof EnumType e) {
            return EnumLabels.renamed(e, ids);
        }
        if (names.isEmpty()) {
            return object;
        }
        return RewrittenTexts.of(object, names::replace);
    }

    /** Former to present names of the object itself, of what it is a part of and of what it needs. */
    private Names namesSeenBy(ObjectId id) {
        Names names = new Names();
        note(id, names);
        if (schema.find(id, Table.class).flatMap(Table::partitionKey).isPresent()) {
            // a table does not need its columns, but its partition key says their names
            schema.all(Column.class).map(DbObject::id).filter(column -> id.equals(column.parent()))
                    .forEach(column -> note(column, names));
        }
        for (ObjectId need : schema.dependenciesOf(id)) {
            note(need, names);
            schema.find(need, EnumType.class).filter(type -> !EnumLabels.renamed(type, ids).equals(type))
                    .ifPresent(names.relabelled::add);
        }
        return names;
    }

    private void note(ObjectId id, Names names) {
        for (ObjectId each = id; each != null; each = each.parent()) {
            ObjectId present = ids.map(each);
            if (!present.name().equals(each.name()) && !each.name().isEmpty()) {
                names.formerToPresent.put(each.name(), present.name());
            }
            if (present.schema().equals(each.schema())) {
                continue;
            }
            if (ids.map(ObjectId.namespace(each.schema())).name().equals(present.schema())) {
                names.formerToPresent.put(each.schema(), present.schema());
            } else {
                names.qualified.put(new RenamedTexts.Qualified(each.schema(), each.name()),
                        new RenamedTexts.Qualified(present.schema(), present.name()));
            }
        }
    }

    /** What an object's texts say otherwise after the renames. */
    private final class Names {

        private final Map<String, String> formerToPresent = new HashMap<>();
        private final Map<RenamedTexts.Qualified, RenamedTexts.Qualified> qualified = new HashMap<>();
        private final List<EnumType> relabelled = new ArrayList<>();

        boolean isEmpty() {
            return formerToPresent.isEmpty() && qualified.isEmpty() && relabelled.isEmpty();
        }

        String replace(String sql) {
            String text = sql;
            for (EnumType type : relabelled) {
                text = EnumLabels.replace(text, type, ids);
            }
            return RenamedTexts.replace(text, formerToPresent, qualified);
        }
    }
}
