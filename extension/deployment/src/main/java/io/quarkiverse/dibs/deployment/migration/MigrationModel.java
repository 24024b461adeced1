package io.quarkiverse.dibs.deployment.migration;

/**
 * What the index and the source say about one migration.
 *
 * @param version digits without leading zeros
 * @param reactive whether the method returns a {@code Uni}
 */
public record MigrationModel(String className, String version, String name, String description, boolean transactional,
        boolean reactive, String returnType, String checksum, String sourceFile, int sourceLine) {

    /** The class that calls it, in the same package. */
    public String invokerName() {
        return className + "_DibsInvoker";
    }
}
