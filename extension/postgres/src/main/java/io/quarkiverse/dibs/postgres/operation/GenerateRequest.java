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
 * @param reverse whether to write the way back of what was applied last, not the way to the entities
 * @param backTo the version whose state is wanted back, 0 for that before all; empty means that before the last change
 * @param unqualified whether the names of the default schema are written without it, for targets that are schemas
 * @param packageName where the migrations go when there are none yet
 */
public record GenerateRequest(String name, boolean empty, Set<String> allow, String version, Optional<String> packageName,
        boolean reverse, Optional<String> backTo, boolean unqualified, DiffRequest diff) {

    public GenerateRequest {
        allow = Set.copyOf(allow);
    }

    /** The way forward. */
    public GenerateRequest(String name, boolean empty, Set<String> allow, String version, Optional<String> packageName,
            DiffRequest diff) {
        this(name, empty, allow, version, packageName, false, Optional.empty(), false, diff);
    }

    /** The way back. */
    public GenerateRequest reversed(Optional<String> lastToStay) {
        return new GenerateRequest(name, empty, allow, version, packageName, true, lastToStay, unqualified, diff);
    }

    public GenerateRequest withUnqualified(boolean names) {
        return new GenerateRequest(name, empty, allow, version, packageName, reverse, backTo, names, diff);
    }
}
