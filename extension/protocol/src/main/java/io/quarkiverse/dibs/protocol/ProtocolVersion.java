package io.quarkiverse.dibs.protocol;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;

/** The version of {@code dibs.proto} this build speaks, and which others it understands: every one of the same major. */
public final class ProtocolVersion {

    public static final int MAJOR = 1;
    public static final int MINOR = 1;

    private ProtocolVersion() {
    }

    public static boolean understands(int major) {
        return major == MAJOR;
    }

    /** Both versions and what to change. */
    public static Problem mismatch(int theirMajor, int theirMinor, String theirDibs) {
        return Problem.of("DIBS-0801", Category.USAGE,
                "this dibs speaks protocol " + MAJOR + "." + MINOR + ", the db module speaks " + theirMajor + "." + theirMinor
                        + (theirDibs.isEmpty() ? "" : " (dibs " + theirDibs + ")"))
                .remedy(theirMajor < MAJOR ? "update quarkus-dibs in the db module and build it again"
                        : "update the dibs command");
    }
}
