package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Owner;

/** Compares comments, owners and privileges. */
final class AccessComparison {

    private AccessComparison() {
    }

    static Difference compare(Comment from, Comment to) {
        return new Verdict<>(from, to).aspect(Comment::text, Aspect.COMMENT_TEXT).difference();
    }

    static Difference compare(Owner from, Owner to) {
        return new Verdict<>(from, to).aspect(Owner::role, Aspect.OWNER_ROLE).difference();
    }

    static Difference compare(Grant from, Grant to) {
        return new Verdict<>(from, to).aspect(true, Aspect.GRANT_PRIVILEGES).difference();
    }

    static Difference compare(DefaultPrivileges from, DefaultPrivileges to) {
        String other = "it is about other objects, or another role";
        return new Verdict<>(from, to)
                .fixed(DefaultPrivileges::role, other)
                .fixed(DefaultPrivileges::inSchema, other)
                .fixed(DefaultPrivileges::objectType, other)
                .fixed(DefaultPrivileges::grantee, other)
                .aspect(true, Aspect.DEFAULT_PRIVILEGES).difference();
    }
}
