package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Collation;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for collations. */
final class CollationSql implements KindSql<Collation> {

    @Override
    public List<String> create(Collation collation, WriteContext context) {
        List<String> options = new ArrayList<>(List.of("provider = " + collation.provider()));
        if (!collation.provider().equals("libc")) {
            options.add("locale = " + Literals.string(collation.collate()));
        } else if (collation.collate().equals(collation.ctype())) {
            options.add("locale = " + Literals.string(collation.collate()));
        } else {
            options.add("lc_collate = " + Literals.string(collation.collate()));
            options.add("lc_ctype = " + Literals.string(collation.ctype()));
        }
        collation.rules().ifPresent(rules -> options.add("rules = " + Literals.string(rules)));
        if (!collation.deterministic()) {
            options.add("deterministic = false");
        }
        return List.of("CREATE COLLATION " + Identifiers.qualify(collation.id()) + " (" + String.join(", ", options) + ")");
    }

    @Override
    public List<String> drop(Collation collation, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(collation.id()));
    }

    @Override
    public List<String> rename(Collation from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Collation from, Collation to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
