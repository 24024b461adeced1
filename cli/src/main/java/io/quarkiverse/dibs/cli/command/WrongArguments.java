package io.quarkiverse.dibs.cli.command;

import java.util.List;

import io.quarkiverse.dibs.postgres.Redactor;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line: with the name that was probably meant, and with no password. */
final class WrongArguments {

    private static final String OPTION = "--";

    private WrongArguments() {
    }

    static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            String given = unmatched.getUnmatched().get(0);
            List<String> meant = unmatched.getSuggestions().stream().filter(name -> !name.startsWith(OPTION)).limit(1).toList();
            return "Unmatched argument \"" + Redactor.shortened(given) + "\""
                    + (meant.isEmpty() ? "" : "; did you mean " + meant.get(0) + "?");
        }
        return Redactor.redact(firstLine(failure.getMessage()));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}
