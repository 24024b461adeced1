package io.quarkiverse.dibs.postgres.operation;

import java.util.Optional;
import java.util.Set;

/**
 * What to generate.
 *
 * @param name for people; becomes part of the class name
 * @param empty a migration without statements, not one from the diff
 * @param allow hazards the user agrees to, by written name
 * @param version {@code yyyyMMddHHmmss}; later migrations of the same request count on from it
 * @param packageName where the migrations go when there are none yet
 */
public record GenerateRequest(String name, boolean empty, Set<String> allow, String version, Optional<String> packageName,
        DiffRequest diff) {

    public GenerateRequest {
        allow = Set.copyOf(allow);
    }
}
