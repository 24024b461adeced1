package io.quarkiverse.dibs.postgres.scratch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.postgres.scratch.Statements.Statement;
import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Statements that reach beyond the database they run in: to roles, other databases, tablespaces, settings, other servers.
 * A scratch database goes away; what such a statement did would stay, on a server that has other databases too.
 */
final class ServerStatements {

    private static final Set<String> SHARED = Set.of("role", "user", "group", "database", "tablespace", "parameter");
    /** Of a statement, so many of its words tell which it is. */
    private static final int WORDS_SHOWN = 5;

    private ServerStatements() {
    }

    /** The name of the role that the statement creates, as SQL spells it. */
    static Optional<String> createdRole(Statement statement) {
        if (!statement.startsWith("create", "role") && !statement.startsWith("create", "group")
                && (!statement.startsWith("create", "user") || statement.startsWith("create", "user", "mapping"))) {
            return Optional.empty();
        }
        return names(statement).skip(2).findFirst().map(Token::text)
                .map(name -> name.startsWith("\"") ? name : Identifiers.quote(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether it would change more than the database. The creation of a role is a matter of its own. */
    static boolean reachesBeyond(Statement statement) {
        List<String> words = statement.words().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        if (words.size() < 2) {
            return false;
        }
        String second = words.get(1);
        return switch (words.get(0)) {
            case "create" -> SHARED.contains(second) && !isUserMapping(words)
                    || second.equals("subscription") && !isOffline(words);
            case "alter" -> SHARED.contains(second) && !isUserMapping(words) || second.equals("system");
            case "drop" -> SHARED.contains(second) && !isUserMapping(words) || second.equals("owned");
            case "reassign" -> second.equals("owned");
            case "grant", "revoke" -> !words.contains("on") || SHARED.contains(behindOn(words));
            case "comment", "security" -> SHARED.contains(behindOn(words));
            default -> false;
        };
    }

    /** Its first words, none of which is a secret. */
    static String shown(Statement statement) {
        return names(statement).limit(WORDS_SHOWN).map(Token::text).collect(Collectors.joining(" "));
    }

    private static Stream<Token> names(Statement statement) {
        return SqlScanner.scan(statement.sql()).stream()
                .takeWhile(token -> token.kind() != Kind.STRING && token.kind() != Kind.NUMBER)
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME);
    }

    private static boolean isUserMapping(List<String> words) {
        return words.size() > 2 && words.get(1).equals("user") && words.get(2).equals("mapping");
    }

    /** A subscription connects to the other server and leaves a replication slot there, unless it is told not to. */
    private static boolean isOffline(List<String> words) {
        int connect = words.indexOf("connect");
        return connect >= 0 && connect + 1 < words.size() && words.get(connect + 1).equals("false");
    }

    private static String behindOn(List<String> words) {
        int on = words.indexOf("on");
        return on >= 0 && on + 1 < words.size() ? words.get(on + 1) : "";
    }
}
