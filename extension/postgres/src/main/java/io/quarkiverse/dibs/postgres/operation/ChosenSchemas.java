package io.quarkiverse.dibs.postgres.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What entities say about the schemas that are compared. Of a database only those are read, so whatever entities say of others
 * would look as if it were not there. Pure.
 */
final class ChosenSchemas {

    private ChosenSchemas() {
    }

    /** @param names empty means all */
    static Intent of(Intent intent, List<String> names) {
        return names.isEmpty() ? intent : intent.withSchema(of(intent.schema(), names));
    }

    /** The same of an intent that was loaded together with files. */
    static Side of(Side entities, List<String> names) {
        return names.isEmpty() ? entities
                : new Side(entities.description(), of(entities.schema(), names), entities.serverMajor(),
                        entities.managedTables(),
                        entities.estimatedRows(), entities.intent().map(intent -> of(intent, names)), entities.saidInFull());
    }

    private static Schema of(Schema schema, List<String> names) {
        Set<String> chosen = new HashSet<>(names);
        List<ObjectId> others = schema.ids().stream().filter(id -> !isIn(id.root(), chosen)).toList();
        if (others.isEmpty()) {
            return schema;
        }
        Schema.Builder builder = schema.toBuilder();
        others.forEach(builder::remove);
        return builder.build();
    }

    private static boolean isIn(ObjectId id, Set<String> chosen) {
        return id.kind() == ObjectKind.NAMESPACE ? chosen.contains(id.name())
                : id.schema().isEmpty() || chosen.contains(id.schema());
    }
}
