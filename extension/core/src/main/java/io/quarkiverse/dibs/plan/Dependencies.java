package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SortedIds;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Who needs whom in one schema, in both directions. To what Postgres recorded it adds what a schema built from entities could
 * not record: the key a foreign key points to, a column's type, the sequence of a default, the function of a trigger.
 */
final class Dependencies {

    private final Schema schema;
    /** What is inferred beyond what the schema says; most objects have no entry. */
    private final Map<ObjectId, SortedSet<ObjectId>> inferred = new HashMap<>();
    /** In order, because objects are gone through in order. Made when first asked for: what only comes has no users before. */
    private Map<ObjectId, List<ObjectId>> users;
    private Map<ObjectId, Map<Set<String>, ObjectId>> keys;

    Dependencies(Schema schema) {
        this.schema = schema;
        Map<String, ObjectId> byWrittenName = new HashMap<>();
        for (Class<? extends DbObject> named : List.of(EnumType.class, DomainType.class, CompositeType.class, RangeType.class,
                Sequence.class, Routine.class)) {
            schema.all(named).map(DbObject::id)
                    .forEach(id -> byWrittenName.putIfAbsent(Identifiers.qualify(id.schema(), id.name()), id));
        }
        List<ObjectId> more = new ArrayList<>();
        for (DbObject object : schema.objects()) {
            ObjectId id = object.id();
            more.clear();
            infer(object, byWrittenName, more);
            if (id.kind() != ObjectKind.TABLE && more.isEmpty()) {
                // needs just what the schema says, like most, so that is not looked up
                continue;
            }
            SortedSet<ObjectId> needs = schema.dependenciesOf(id);
            // a table's place under another is an object of its own
            boolean less = id.kind() == ObjectKind.TABLE && needs.stream().anyMatch(need -> need.kind() == ObjectKind.TABLE);
            if (less || !more.isEmpty()) {
                more.addAll(needs);
                more.removeIf(need -> id.kind() == ObjectKind.TABLE && need.kind() == ObjectKind.TABLE || need.equals(id));
                inferred.put(id, SortedIds.of(more));
            }
        }
        // only asked for while inferring
        keys = null;
    }

    /** What the object needs, its parent included. */
    SortedSet<ObjectId> of(ObjectId id) {
        SortedSet<ObjectId> more = inferred.get(id);
        return more != null ? more : schema.dependenciesOf(id);
    }

    /** What needs the object, its parts included, in order. */
    List<ObjectId> usersOf(ObjectId id) {
        if (users == null) {
            users = users();
        }
        return users.getOrDefault(id, List.of());
    }

    private Map<ObjectId, List<ObjectId>> users() {
        Map<ObjectId, List<ObjectId>> all = new HashMap<>(schema.ids().size());
        for (ObjectId id : schema.ids()) {
            for (ObjectId need : of(id)) {
                all.computeIfAbsent(need, other -> new ArrayList<>(4)).add(id);
            }
        }
        return all;
    }

    /** The key of a table that has just these columns; looked for only where Postgres did not record it. */
    private ObjectId key(ObjectId table, List<String> columns) {
        if (keys == null) {
            keys = new HashMap<>();
            schema.all(PrimaryKey.class).forEach(key -> key(key.id().parent(), key.columns(), key.id()));
            schema.all(UniqueConstraint.class).forEach(key -> key(key.id().parent(), key.columns(), key.id()));
            schema.all(Index.class)
                    .filter(index -> index.unique() && index.predicate().isEmpty()
                            && index.keys().stream().allMatch(key -> key.column().isPresent()))
                    .forEach(index -> key(index.table(),
                            index.keys().stream().map(key -> key.column().orElseThrow()).toList(), index.id()));
        }
        return keys.getOrDefault(table, Map.of()).get(new HashSet<>(columns));
    }

    private void key(ObjectId table, List<String> columns, ObjectId id) {
        keys.computeIfAbsent(table, other -> new HashMap<>()).putIfAbsent(new HashSet<>(columns), id);
    }

    private void infer(DbObject object, Map<String, ObjectId> byWrittenName, List<ObjectId> more) {
        if (object instanceof ForeignKey key) {
            boolean known = schema.dependenciesOf(key.id()).stream().anyMatch(need -> need.kind() == ObjectKind.PRIMARY_KEY
                    || need.kind() == ObjectKind.UNIQUE || need.kind() == ObjectKind.INDEX);
            ObjectId target = known ? null : key(key.referencedTable(), key.referencedColumns());
            if (target != null) {
                more.add(target);
            }
        } else if (object instanceof Column column) {
            String type = column.type().name();
            int end = type.indexOf("[]");
            ObjectId named = byWrittenName.get(end < 0 ? type : type.substring(0, end));
            addUnrecorded(named, object, more);
        } else if (object instanceof ColumnDefault value) {
            String sql = value.expression().sql();
            if (sql.startsWith("nextval('")) {
                ObjectId sequence = byWrittenName.get(sql.substring("nextval('".length(), sql.lastIndexOf('\'')));
                addUnrecorded(sequence, object, more);
            }
        } else if (object instanceof Trigger trigger) {
            String sql = trigger.definition().sql();
            int execute = sql.lastIndexOf(" EXECUTE FUNCTION ");
            int open = sql.indexOf('(', Math.max(execute, 0));
            if (execute >= 0 && open > execute) {
                ObjectId function = byWrittenName.get(sql.substring(execute + " EXECUTE FUNCTION ".length(), open));
                addUnrecorded(function, object, more);
            }
        }
    }

    private void addUnrecorded(ObjectId need, DbObject object, List<ObjectId> more) {
        if (need != null && !schema.dependenciesOf(object.id()).contains(need)) {
            more.add(need);
        }
    }
}
