package io.quarkiverse.dibs.postgres.run;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The row count of a command. The client reads the last word of every command tag as a number, also that of
 * {@code CREATE TABLE}: what comes out for such words is no count.
 */
final class CommandTags {

    /** The last words of the tags that end in a word, as in the server's list of command tags. */
    private static final Set<Integer> NO_COUNTS = Stream.of("METHOD", "AGGREGATE", "ALL", "CAST", "CLASS", "COLLATION",
            "CONFIGURATION", "CONSTRAINT", "CONSTRAINTS", "CONVERSION", "CURSOR", "DATABASE", "DICTIONARY", "DOMAIN",
            "EXTENSION", "FAMILY", "FUNCTION", "INDEX", "LABEL", "LANGUAGE", "MAPPING", "OBJECT", "OPERATOR", "OWNED",
            "PARSER", "PLANS", "POLICY", "PREPARED", "PRIVILEGES", "PROCEDURE", "PUBLICATION", "ROLE", "ROUTINE", "RULE",
            "SCHEMA", "SEQUENCE", "SEQUENCES", "SERVER", "STATISTICS", "SUBSCRIPTION", "SYSTEM", "TABLE", "TABLESPACE", "TEMP",
            "TEMPLATE", "TRANSACTION", "TRANSFORM", "TRIGGER", "TYPE", "VIEW", "WRAPPER")
            .map(CommandTags::misread).collect(Collectors.toUnmodifiableSet());

    private CommandTags() {
    }

    /** The count that the client gives, or 0 when it is a misread word. */
    static long rowCount(int count) {
        return count < 0 || NO_COUNTS.contains(count) ? 0 : count;
    }

    private static int misread(String word) {
        int number = 0;
        for (int i = 0; i < word.length(); i++) {
            number = number * 10 + word.charAt(i) - '0';
        }
        return number;
    }
}
