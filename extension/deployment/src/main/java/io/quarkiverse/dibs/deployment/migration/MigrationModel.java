package io.quarkiverse.dibs.deployment.migration;

/**
 * What the index and the source say about one migration.
 *
 * @param version digits without leading zeros; of a repeatable one {@code R:} and its name
 * @param repeatable whether it is run again when it changes
 * @param reactive whether the method returns a {@code Uni}
 */
public record MigrationModel(String className, String version, String name, String description, boolean repeatable,
        boolean transactional, boolean reactive, String returnType, String checksum, String sourceFile, int sourceLine) {

    /** The class that calls it, in the same package. */
    public String invokerName() {
        return className + "_DibsInvoker";
    }
}
