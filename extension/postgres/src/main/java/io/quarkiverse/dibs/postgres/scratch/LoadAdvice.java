package io.quarkiverse.dibs.postgres.scratch;

import java.util.Optional;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * What to do about a statement of a file that does not run on the scratch database: other than in a migration, all that it
 * needs comes from the files or from that server.
 */
final class LoadAdvice {

    private static final String CODE = "DIBS-0280";

    private LoadAdvice() {
    }

    /** The same failure, with a remedy where it has none. */
    static DibsException to(DibsException failure) {
        Problem problem = failure.problem();
        if (!problem.code().equals(CODE) || problem.remedy().isPresent()) {
            return failure;
        }
        return new DibsException(problem.remedy(remedy(problem.sqlState())), failure.getCause());
    }

    private static String remedy(Optional<String> sqlState) {
        return switch (sqlState.orElse("")) {
            case "42601" -> "Correct the SQL at the mark.";
            case "42P01", "42703", "42883", "3F000" ->
                "Check the name. What creates it has to be in the files, or in an extension that they create.";
            case "42704" -> "Check the name. A type or an object has to come from the files; a role or a tablespace may also be"
                    + " made on the scratch server.";
            case "0A000", "58P01" -> "Install on the scratch server what it lacks (an extension's files, for example), or give"
                    + " another server with --scratch-url.";
            case "42501" -> "Give the role the right on the scratch server, or name with --scratch-url a server and a role that"
                    + " has it.";
            case "42P07", "42710", "42P06", "42723", "42701" -> "Two statements of the files make it: remove one.";
            case "57014" -> "Make it shorter: files are run only to see what they define.";
            default -> "Correct the statement: the files have to run on an empty database.";
        };
    }
}
