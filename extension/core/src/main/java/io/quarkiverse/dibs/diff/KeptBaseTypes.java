package io.quarkiverse.dibs.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Base types that are there and stay, whatever is wanted: a base type and its input and output functions need each other, so
 * that only {@code CASCADE} drops them, which dibs never says (guardrail 5). The same holds for one that is to be defined
 * otherwise.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-droptype.html">DROP TYPE</a>
 */
final class KeptBaseTypes {

    private KeptBaseTypes() {
    }

    /** The types that are not to be as they are, and cannot be otherwise. */
    static List<ObjectId> between(Schema from, Schema to) {
        return from.all(BaseTypeDefinition.class)
                .filter(present -> to.find(present.id(), BaseTypeDefinition.class)
                        .filter(wanted -> !(TypeComparison.compare(present, wanted) instanceof Difference.Replaced)).isEmpty())
                .map(present -> present.id().parent()).toList();
    }

    /** The wanted schema with what stays: the types, what defines them, and what is said of these. */
    static Schema reachable(Schema from, Schema to, List<ObjectId> types) {
        if (types.isEmpty()) {
            return to;
        }
        Map<ObjectId, DbObject> kept = new LinkedHashMap<>();
        types.forEach(type -> keep(type, from, kept));
        Schema.Builder builder = to.toBuilder();
        Set<ObjectId> added = kept.keySet().stream().filter(id -> !to.contains(id)).collect(Collectors.toSet());
        kept.values().forEach(builder::put);
        // what is said of an object that would have gone
        from.objects().stream().filter(part -> part.id().parent() != null && added.contains(part.id().parent()))
                .forEach(builder::put);
        Stream.concat(kept.keySet().stream(),
                from.ids().stream().filter(id -> id.parent() != null && kept.containsKey(id.parent())))
                .forEach(id -> from.dependenciesOf(id).forEach(need -> builder.dependency(id, need)));
        return builder.build();
    }

    private static void keep(ObjectId type, Schema from, Map<ObjectId, DbObject> kept) {
        ObjectId definition = BaseTypeDefinition.idOf(type);
        Stream.concat(Stream.of(ObjectId.namespace(type.schema()), type, definition),
                from.dependenciesOf(definition).stream().filter(need -> need.kind() == ObjectKind.ROUTINE)
                        .flatMap(routine -> Stream.of(ObjectId.namespace(routine.schema()), routine)))
                .forEach(id -> from.find(id).ifPresent(object -> kept.put(id, object)));
    }
}
