package io.quarkiverse.dibs.it;

import java.nio.file.Path;

/** Where this build is. */
final class Project {

    private Project() {
    }

    static Path root() {
        return Path.of(System.getProperty("dibs.root")).toAbsolutePath().normalize();
    }

    static String version() {
        return System.getProperty("dibs.version");
    }

    static Path target() {
        return root().resolve("integration-tests/cli/target");
    }

    /** What the tests of this process share, and those of another process at the same time do not. */
    static Path ownTarget() {
        return target().resolve(System.getProperty("dibs.fork"));
    }
}
