package io.quarkiverse.dibs.cli;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/** The problems that the command line itself finds: DIBS-09xx around the workspace, DIBS-08xx with a db module. */
public final class CliProblem {

    private CliProblem() {
    }

    public static DibsException arguments(String message) {
        return usage("DIBS-0901", message, "See dibs --help.");
    }

    public static DibsException usage(String code, String message, String remedy) {
        return new DibsException(Problem.of(code, Category.USAGE, message).remedy(remedy));
    }

    public static DibsException build(String code, String message, String remedy) {
        return new DibsException(Problem.of(code, Category.BUILD, message).remedy(remedy));
    }

    public static DibsException refused(String code, String message, String remedy) {
        return new DibsException(Problem.of(code, Category.REFUSED, message).remedy(remedy));
    }

    public static DibsException connection(String code, String message, String remedy) {
        return new DibsException(Problem.of(code, Category.CONNECTION, message).remedy(remedy));
    }
}
