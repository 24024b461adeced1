package io.quarkiverse.dibs.cli.command;

import java.util.Collection;
import java.util.List;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.postgres.Redactor;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line: with the name that was probably meant, and with no password. */
final class WrongArguments {

    private static final char UNREADABLE = '\uFFFD';

    private WrongArguments() {
    }

    static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String given = unmatched.getUnmatched().get(0);
            CommandLine command = failure.getCommandLine();
            return given.startsWith("-") ? unknownOption(given.split("=", 2)[0], command)
                    : "Unmatched argument \"" + Redactor.shortened(given) + "\""
                            + meant(given, command.getSubcommands().keySet());
        }
        return Redactor.redact(firstLine(failure.getMessage()));
    }

    /** What stands behind it may be its value, so it is nobody's business to name that too. */
    private static String unknownOption(String given, CommandLine command) {
        boolean ofCommands = command.getParent() == null && command.getSubcommands().values().stream()
                .anyMatch(known -> known.getCommandSpec().optionsMap().containsKey(given));
        return "Unknown option \"" + Redactor.shortened(given) + "\""
                + (ofCommands ? " before a command: options stand behind it"
                        : meant(given, command.getCommandSpec().optionsMap().keySet()));
    }

    private static String meant(String given, Collection<String> names) {
        return Spelling.meant(given, names).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /**
     * A JVM that is told of no UTF-8 puts a sign of its own in place of each byte of a letter outside of ASCII: a migration
     * would get
     * a name that nobody gave it.
     *
     * @throws io.quarkiverse.dibs.error.DibsException DIBS-0901 when that has happened
     */
    static void refuseUnreadable(List<String> arguments) {
        if (arguments.stream().anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
            throw CliProblem.usage("DIBS-0901", "an argument has letters that the locale of this terminal does not know",
                    "Name one of UTF-8: export LC_ALL=C.UTF-8");
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}
