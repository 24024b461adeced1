package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A row-level security policy. {@code command} is {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or
 * {@code DELETE};
 * {@code roles} is empty for {@code PUBLIC}.
 */
public record Policy(ObjectId id, boolean permissive, String command, List<String> roles, Optional<Expression> using,
        Optional<Expression> withCheck) implements DbObject {

    public Policy {
        roles = List.copyOf(roles);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Policy renamed(IdMap ids) {
        return new Policy(ids.map(id), permissive, command, roles, using, withCheck);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
