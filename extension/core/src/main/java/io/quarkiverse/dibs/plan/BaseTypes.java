package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.schema.BaseType;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Base types and their input and output functions, which need each other: the type comes as a shell, then come the functions,
 * then what defines it. They go together.
 */
final class BaseTypes {

    private BaseTypes() {
    }

    /** The type that takes the function along when it goes: the function speaks of the type, and is what defines it. */
    static Optional<ObjectId> takingAlong(ObjectId routine, Schema from, Replacements replacements) {
        return from.dependenciesOf(routine).stream()
                .filter(type -> type.kind() == ObjectKind.BASE_TYPE && replacements.isDropped(type)
                        && from.dependenciesOf(BaseTypeDefinition.idOf(type)).contains(routine))
                .findFirst();
    }

    /** Its owner, privileges and comment are said of a type that is defined, where it is to be. */
    static void order(List<Action> actions, Map<ObjectId, Action> createOf) {
        for (Action action : actions) {
            ObjectId parent = action.id.parent();
            Action definition = parent == null || parent.kind() != ObjectKind.BASE_TYPE ? null
                    : createOf.get(BaseTypeDefinition.idOf(parent));
            if (definition != null && action.type != Action.Type.DROP) {
                action.needs(definition, () -> parent + " is defined first");
            }
        }
    }

    /** The types whose definitions go: a type that is defined cannot be a shell again, nor defined twice. */
    static List<ObjectId> losingTheirs(Schema from, Schema to, Replacements replacements) {
        return from.all(BaseType.class).map(BaseType::id).filter(type -> to.contains(type) && !replacements.isDropped(type)
                && replacements.isDropped(BaseTypeDefinition.idOf(type))).toList();
    }
}
