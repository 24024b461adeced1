package io.quarkiverse.dibs.postgres.scratch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.postgres.scratch.Statements.Statement;

/**
 * Lines of a file that only psql understands. What changes neither which statements run nor where they run is passed over; the
 * rest would be a guess.
 */
final class PsqlCommands {

    /** What pg_dump writes around everything: it forbids psql other commands of its own, of which there are none here. */
    private static final Pattern OF_DUMPS = Pattern.compile("\\\\(un)?restrict( [A-Za-z0-9]*)?");
    /** How psql talks, to whom and about what. The scripts of extensions quit behind such a line. */
    private static final Pattern TALK = Pattern.compile("\\\\(echo|qecho|warn|timing|pset|x|t|a|H)( [^\\\\]*)?");
    private static final Pattern SET = Pattern
            .compile("\\\\(un)?set (ON_ERROR_STOP|ECHO|ECHO_HIDDEN|QUIET|VERBOSITY|SHOW_CONTEXT|SHOW_ALL_RESULTS)( [^\\\\]*)?");
    private static final Pattern CONNECT = Pattern.compile("\\\\c(onnect)? .+");
    private static final Set<String> ABOUT = Set.of("create", "drop", "alter", "comment", "grant", "revoke", "security");

    private PsqlCommands() {
    }

    /** @param before the statements of the file so far */
    static boolean arePassedOver(String command, List<Statement> before) {
        return OF_DUMPS.matcher(command).matches() || TALK.matcher(command).matches() || SET.matcher(command).matches()
                || CONNECT.matcher(command).matches() && before.stream().allMatch(PsqlCommands::isOfNoDatabase);
    }

    /** What {@code pg_dump --create} has before it connects: the file is about the database that comes behind. */
    private static boolean isOfNoDatabase(Statement statement) {
        return statement.isSetting() || !statement.words().isEmpty()
                && ABOUT.contains(statement.words().get(0).toLowerCase(Locale.ROOT))
                && statement.words().stream().limit(6).anyMatch("database"::equalsIgnoreCase);
    }
}
