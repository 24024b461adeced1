package io.quarkiverse.dibs.spi;

import io.quarkiverse.dibs.MigrationContext;
import io.smallrye.mutiny.Uni;

/**
 * Calls one migration without reflection. The build generates one for each migration, in its package; user code never writes
 * one. Stateless: every call makes a new instance of the migration.
 */
public interface MigrationInvoker {

    /** What the version of a repeatable migration begins with. */
    String REPEATABLE = "R:";

    /** The version: digits without leading zeros, compared as a number; of a repeatable one {@code R:} and its name. */
    String version();

    /** What it is called, without the version: {@code CreateUsers}. */
    String name();

    /** The binary name of the migration's class. */
    String className();

    /** What it does, in a line; empty when nobody said. */
    default String description() {
        return "";
    }

    /** Whether it is run again when its checksum changes, after those with a version. */
    default boolean repeatable() {
        return false;
    }

    /** Whether all of it is one transaction. */
    boolean transactional();

    /** Whether the method returns a {@code Uni}. */
    boolean reactive();

    /** SHA-256 in lower-case hexadecimal of the source as the compiler saw it, of the class file where there is no source. */
    String checksum();

    /** The source file below its source root, for example {@code org/acme/M1Start.java}; empty when nobody recorded it. */
    default String sourceFile() {
        return "";
    }

    /** The line of the migration's method, from 1; 0 when nobody recorded it. */
    default int sourceLine() {
        return 0;
    }

    /**
     * Runs it.
     *
     * @return what a reactive migration returned; null for a blocking one, which is done when this returns
     * @throws Exception what the migration threw
     */
    Uni<?> invoke(MigrationContext db) throws Exception;
}
