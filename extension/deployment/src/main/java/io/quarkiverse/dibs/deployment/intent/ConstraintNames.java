package io.quarkiverse.dibs.deployment.intent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Names of constraints and indexes: what the user wrote, once, or what Postgres itself would choose, numbered until it is free.
 * Names that are written must be reserved before any is chosen.
 */
final class ConstraintNames {

    private final IntentBuilder builder;
    private final Map<String, Set<String>> reserved = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();

    ConstraintNames(IntentBuilder builder) {
        this.builder = builder;
    }

    /** Keeps default names off a name that somebody wrote. */
    void reserve(Scope scope, ObjectId table, String name) {
        reserved.computeIfAbsent(scope.key(table), key -> new HashSet<>()).add(name);
    }

    /** Takes a name of a relation that is no index: a table or sequence. */
    void take(ObjectId relation) {
        taken.computeIfAbsent(Scope.RELATION.key(relation), key -> new HashSet<>()).add(relation.name());
    }

    /** The written name, or the first free one that begins with {@code otherwise}. Empty when the written one cannot be. */
    Optional<String> name(Scope scope, ObjectId table, Optional<String> written, String otherwise, Place place) {
        String key = scope.key(table);
        Set<String> used = taken.computeIfAbsent(key, ignored -> new HashSet<>());
        if (written.isPresent()) {
            if (!builder.isName("constraint or index", written.get(), place)) {
                return Optional.empty();
            }
            if (!used.add(written.get())) {
                builder.problems.add("DIBS-0119", place, "there are two of the name \"" + written.get() + "\" in "
                        + scope.display(table), "Give one of them another name.");
                return Optional.empty();
            }
            return written;
        }
        Set<String> avoid = reserved.getOrDefault(key, Set.of());
        String name = Identifiers.shorten(otherwise);
        for (int number = 1; used.contains(name) || avoid.contains(name); number++) {
            name = Identifiers.shorten(otherwise + number);
        }
        used.add(name);
        return Optional.of(name);
    }

    /** Within what a name is unique. */
    enum Scope {
        /** Checks and foreign keys: within their table. */
        TABLE {
            @Override
            String key(ObjectId table) {
                return "table " + Identifiers.qualify(table);
            }

            @Override
            String display(ObjectId table) {
                return "the table " + table.display();
            }
        },
        /** Primary keys, unique constraints and indexes are relations: within their schema. */
        RELATION {
            @Override
            String key(ObjectId table) {
                return "schema " + table.schema();
            }

            @Override
            String display(ObjectId table) {
                return "the schema " + table.schema();
            }
        };

        abstract String key(ObjectId table);

        abstract String display(ObjectId table);
    }
}
