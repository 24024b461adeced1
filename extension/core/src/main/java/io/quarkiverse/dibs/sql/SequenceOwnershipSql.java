package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.SequenceOwnership;

/** SQL for {@code OWNED BY}. */
final class SequenceOwnershipSql implements KindSql<SequenceOwnership> {

    @Override
    public List<String> create(SequenceOwnership ownership, WriteContext context) {
        return List.of(ObjectNames.alter(ownership.id().parent()) + " OWNED BY " + ObjectNames.name(ownership.column()));
    }

    @Override
    public List<String> drop(SequenceOwnership ownership, WriteContext context) {
        return List.of(ObjectNames.alter(ownership.id().parent()) + " OWNED BY NONE");
    }

    @Override
    public List<String> rename(SequenceOwnership from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(SequenceOwnership from, SequenceOwnership to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.SEQUENCE_OWNED_BY ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }
}
