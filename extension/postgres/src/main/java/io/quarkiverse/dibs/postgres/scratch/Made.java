package io.quarkiverse.dibs.postgres.scratch;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.quarkiverse.dibs.postgres.scratch.Statements.Statement;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/** What a statement makes or takes away, by kind and name as far as these can be told without a grammar. */
final class Made {

    private static final Set<String> MODIFIERS = Set.of("or", "replace", "temp", "temporary", "global", "local", "unlogged",
            "unique", "recursive", "trusted", "procedural", "constraint", "default", "concurrently");
    private static final Set<String> BEFORE_NAMES = Set.of("if", "not", "exists", "only", "concurrently");
    /** Words that are a kind only with the next one. */
    private static final Set<String> FIRST_OF_TWO = Set.of("materialized", "foreign", "event", "access");
    private static final Set<String> OPERATOR_KINDS = Set.of("class", "family");

    private Made() {
    }

    /** What a {@code CREATE} makes; null for any other statement. */
    static String by(Statement statement) {
        return statement.startsWith("create") ? named(statement) : null;
    }

    /** What a {@code DROP} takes away, or whose part an {@code ALTER ... DROP} or its like does; else null. */
    static String takenBy(Statement statement) {
        if (statement.startsWith("drop")) {
            return named(statement);
        }
        boolean part = statement.startsWith("alter") && statement.words().stream().map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.equals("drop") || word.equals("detach") || word.equals("disable"));
        return part ? named(statement) : null;
    }

    private static String named(Statement statement) {
        Iterator<Token> tokens = statement.tokens().stream().filter(token -> token.kind() != Kind.BLANK).iterator();
        tokens.next();
        String kind = next(tokens, MODIFIERS);
        if (FIRST_OF_TWO.contains(kind)) {
            kind += " " + next(tokens, Set.of());
        }
        if (kind.equals("foreign data")) {
            kind += " " + next(tokens, Set.of());
        } else if (kind.equals("text")) {
            next(tokens, Set.of());
            kind = "text search " + next(tokens, Set.of());
        }
        String name = next(tokens, BEFORE_NAMES);
        if (kind.equals("operator") && OPERATOR_KINDS.contains(name)) {
            kind += " " + name;
            name = next(tokens, Set.of());
        }
        while (tokens.hasNext()) {
            Token token = tokens.next();
            if (!token.is(".") || !tokens.hasNext()) {
                break;
            }
            name = plain(tokens.next());
        }
        return name.isEmpty() ? null : (List.of("procedure", "routine").contains(kind) ? "function" : kind) + " " + name;
    }

    private static String next(Iterator<Token> tokens, Set<String> passedOver) {
        while (tokens.hasNext()) {
            String word = plain(tokens.next());
            if (!passedOver.contains(word)) {
                return word;
            }
        }
        return "";
    }

    private static String plain(Token token) {
        String text = token.text();
        return token.kind() == Kind.QUOTED_NAME && text.length() > 1 && text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }
}
