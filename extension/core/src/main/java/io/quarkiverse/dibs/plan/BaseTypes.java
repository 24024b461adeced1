package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * Base types and their input and output functions, which need each other: the type comes as a shell, then come the functions,
 * then what defines it, then what is said of it.
 */
final class BaseTypes {

    private BaseTypes() {
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
}
