package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/**
 * The checks that child tables and partitions have only from their parents. Before: they go without saying. After: each is an
 * object like others, so that a table that is attached gets its parent's checks and one that is detached keeps them.
 */
final class InheritedChecks {

    private final Schema schema;
    private final Map<ObjectId, List<ObjectId>> parents = new TreeMap<>();
    private final Map<ObjectId, List<CheckConstraint>> own = new TreeMap<>();
    private final Set<ObjectId> inherited = new HashSet<>();

    private InheritedChecks(Schema schema) {
        this.schema = schema;
        schema.all(Inheritance.class).forEach(tie -> parent(tie.id().parent(), tie.inherits()));
        schema.all(Partition.class).forEach(tie -> parent(tie.id().parent(), tie.partitionOf()));
    }

    private void parent(ObjectId child, ObjectId parent) {
        parents.computeIfAbsent(child, id -> new ArrayList<>()).add(parent);
    }

    /** The schema with these checks, and which they are. */
    record Result(Schema schema, Set<ObjectId> inherited) {

        Result with(Schema other, Set<ObjectId> more) {
            if (more.isEmpty()) {
                return this;
            }
            Set<ObjectId> all = new HashSet<>(inherited);
            all.addAll(more);
            return new Result(other, Collections.unmodifiableSet(all));
        }
    }

    static Result in(Schema schema) {
        InheritedChecks checks = new InheritedChecks(schema);
        return checks.parents.isEmpty() ? new Result(schema, Set.of()) : checks.result();
    }

    private Result result() {
        schema.all(CheckConstraint.class)
                .forEach(check -> own.computeIfAbsent(check.id().parent(), id -> new ArrayList<>()).add(check));
        Schema.Builder builder = schema.toBuilder();
        for (ObjectId child : parents.keySet()) {
            if (!schema.contains(child)) {
                continue;
            }
            handedDownTo(child, new HashSet<>()).forEach(check -> {
                ObjectId id = ObjectId.part(ObjectKind.CHECK, child, check.id().name());
                if (!builder.contains(id)) {
                    builder.add(new CheckConstraint(id, check.expression(), false, check.validated(), check.enforced()));
                    inherited.add(id);
                    for (ObjectId need : schema.dependenciesOf(check.id())) {
                        boolean column = need.kind() == ObjectKind.COLUMN && need.parent().equals(check.id().parent());
                        builder.dependency(id, column ? ObjectId.column(child, need.name()) : need);
                    }
                }
            });
        }
        return new Result(builder.build(), Collections.unmodifiableSet(inherited));
    }

    private Stream<CheckConstraint> handedDownTo(ObjectId child, Set<ObjectId> seen) {
        if (!seen.add(child)) {
            return Stream.empty();
        }
        return parents.getOrDefault(child, List.of()).stream().flatMap(parent -> Stream.concat(
                own.getOrDefault(parent, List.of()).stream().filter(check -> !check.noInherit()),
                handedDownTo(parent, seen)));
    }
}
