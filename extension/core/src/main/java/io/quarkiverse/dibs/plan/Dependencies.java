package io.quarkiverse.dibs.plan;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Who needs whom in one schema, in both directions. To what Postgres recorded it adds what a schema built from entities could
 * not record: the key a foreign key points to, a column's type, the sequence of a default, the function of a trigger.
 */
final class Dependencies {

    private final Map<ObjectId, SortedSet<ObjectId>> needs = new HashMap<>();
    private final Map<ObjectId, SortedSet<ObjectId>> users = new HashMap<>();

    Dependencies(Schema schema) {
        Map<String, ObjectId> byWrittenName = new HashMap<>();
        Map<ObjectId, Map<Set<String>, ObjectId>> keys = new HashMap<>();
        for (DbObject object : schema.objects()) {
            ObjectId id = object.id();
            if (id.kind() == ObjectKind.ENUM || id.kind() == ObjectKind.DOMAIN || id.kind() == ObjectKind.COMPOSITE
                    || id.kind() == ObjectKind.RANGE || object instanceof Sequence || id.kind() == ObjectKind.ROUTINE) {
                byWrittenName.putIfAbsent(Identifiers.qualify(id.schema(), id.name()), id);
            } else if (object instanceof PrimaryKey key) {
                key(keys, id.parent(), key.columns(), id);
            } else if (object instanceof UniqueConstraint key) {
                key(keys, id.parent(), key.columns(), id);
            } else if (object instanceof Index index && index.unique() && index.predicate().isEmpty()
                    && index.keys().stream().allMatch(key -> key.column().isPresent())) {
                key(keys, index.table(), index.keys().stream().map(key -> key.column().get()).toList(), id);
            }
        }
        for (DbObject object : schema.objects()) {
            ObjectId id = object.id();
            SortedSet<ObjectId> all = new TreeSet<>(schema.dependenciesOf(id));
            infer(object, byWrittenName, keys, all);
            // a table's place under another is an object of its own
            all.removeIf(need -> id.kind() == ObjectKind.TABLE && need.kind() == ObjectKind.TABLE);
            all.remove(id);
            needs.put(id, all);
            all.forEach(need -> users.computeIfAbsent(need, other -> new TreeSet<>()).add(id));
        }
    }

    /** What the object needs, its parent included. */
    SortedSet<ObjectId> of(ObjectId id) {
        return needs.getOrDefault(id, Collections.emptySortedSet());
    }

    /** What needs the object, its parts included. */
    SortedSet<ObjectId> usersOf(ObjectId id) {
        return users.getOrDefault(id, Collections.emptySortedSet());
    }

    private static void key(Map<ObjectId, Map<Set<String>, ObjectId>> keys, ObjectId table, List<String> columns, ObjectId id) {
        keys.computeIfAbsent(table, other -> new HashMap<>()).putIfAbsent(new HashSet<>(columns), id);
    }

    private static void infer(DbObject object, Map<String, ObjectId> byWrittenName,
            Map<ObjectId, Map<Set<String>, ObjectId>> keys, SortedSet<ObjectId> all) {
        if (object instanceof ForeignKey key) {
            boolean recorded = all.stream().anyMatch(need -> need.kind() == ObjectKind.PRIMARY_KEY
                    || need.kind() == ObjectKind.UNIQUE || need.kind() == ObjectKind.INDEX);
            ObjectId target = keys.getOrDefault(key.referencedTable(), Map.of()).get(new HashSet<>(key.referencedColumns()));
            if (!recorded && target != null) {
                all.add(target);
            }
        } else if (object instanceof Column column) {
            String type = column.type().name();
            int end = type.indexOf("[]");
            ObjectId named = byWrittenName.get(end < 0 ? type : type.substring(0, end));
            if (named != null) {
                all.add(named);
            }
        } else if (object instanceof ColumnDefault value) {
            String sql = value.expression().sql();
            if (sql.startsWith("nextval('")) {
                ObjectId sequence = byWrittenName.get(sql.substring("nextval('".length(), sql.lastIndexOf('\'')));
                if (sequence != null) {
                    all.add(sequence);
                }
            }
        } else if (object instanceof Trigger trigger) {
            String sql = trigger.definition().sql();
            int execute = sql.lastIndexOf(" EXECUTE FUNCTION ");
            int open = sql.indexOf('(', Math.max(execute, 0));
            if (execute >= 0 && open > execute) {
                ObjectId function = byWrittenName.get(sql.substring(execute + " EXECUTE FUNCTION ".length(), open));
                if (function != null) {
                    all.add(function);
                }
            }
        }
    }
}
