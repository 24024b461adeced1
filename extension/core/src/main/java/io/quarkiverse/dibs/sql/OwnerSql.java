package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Owner;

/** SQL for owners. An owner that is no longer said becomes the role that runs the statement. */
final class OwnerSql implements KindSql<Owner> {

    @Override
    public List<String> create(Owner owner, WriteContext context) {
        return List.of(ObjectNames.alter(owner.id().parent()) + " OWNER TO " + Identifiers.quote(owner.role()));
    }

    @Override
    public List<String> drop(Owner owner, WriteContext context) {
        // the schema that every database begins with belongs to whoever the database belongs to, Postgres 15 and later
        boolean initial = owner.id().parent().equals(ObjectId.namespace("public")) && context.major() >= 15;
        return List.of(ObjectNames.alter(owner.id().parent()) + " OWNER TO "
                + (initial ? "pg_database_owner" : "CURRENT_USER"));
    }

    @Override
    public List<String> rename(Owner from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Owner from, Owner to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.OWNER_ROLE ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }
}
