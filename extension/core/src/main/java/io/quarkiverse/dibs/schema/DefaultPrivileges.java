package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code ALTER DEFAULT PRIVILEGES}: what {@code grantee} (empty for {@code PUBLIC}) gets on new objects of a type that
 * {@code role} creates, in one schema or (empty) in all.
 */
public record DefaultPrivileges(ObjectId id, String role, String inSchema, String objectType, String grantee,
        SortedMap<String, Boolean> privileges,
        SortedSet<String> revokedDefaults) implements DbObject {

    public DefaultPrivileges {
        privileges = Copies.of(privileges);
        revokedDefaults = Collections.unmodifiableSortedSet(new TreeSet<>(revokedDefaults));
    }

    @Override
    public Collection<ObjectId> references() {
        return inSchema.isEmpty() ? List.of() : List.of(ObjectId.namespace(inSchema));
    }

    @Override
    public DefaultPrivileges renamed(IdMap ids) {
        String present = inSchema.isEmpty() ? "" : ids.map(ObjectId.namespace(inSchema)).name();
        ObjectId own = ids.map(id);
        return new DefaultPrivileges(own.withName(own.name().replace(within(inSchema), within(present))), role, present,
                objectType,
                grantee, privileges, revokedDefaults);
    }

    private static String within(String schema) {
        return " in schema " + schema + " on ";
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
