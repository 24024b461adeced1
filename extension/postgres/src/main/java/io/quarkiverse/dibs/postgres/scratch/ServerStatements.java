package io.quarkiverse.dibs.postgres.scratch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.postgres.scratch.Statements.Statement;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Statements that reach beyond the database they run in: to roles, other databases, tablespaces, settings, other servers.
 * A scratch database goes away; what such a statement did would stay, on a server that has other databases too.
 */
final class ServerStatements {

    /** A subscription has its half on another server: it makes a slot there, and takes it with it. */
    private static final Set<String> SHARED = Set.of("role", "user", "group", "database", "tablespace", "parameter",
            "subscription");
    /** Functions that leave something on the server, or take it from others. */
    private static final Set<String> OF_SERVER = Set.of("pg_create_physical_replication_slot",
            "pg_create_logical_replication_slot", "pg_copy_physical_replication_slot", "pg_copy_logical_replication_slot",
            "pg_drop_replication_slot", "pg_replication_origin_create", "pg_replication_origin_drop", "lo_export",
            "pg_terminate_backend", "pg_cancel_backend", "pg_reload_conf", "pg_rotate_logfile", "pg_switch_wal", "pg_promote");
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
        return statement.names().stream().skip(2).findFirst().map(Token::text)
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
            case "create" -> SHARED.contains(second) && !isUserMapping(words);
            case "alter" -> SHARED.contains(second) && !isUserMapping(words) || second.equals("system");
            case "drop" -> SHARED.contains(second) && !isUserMapping(words) || second.equals("owned");
            case "select", "call" -> words.stream().anyMatch(OF_SERVER::contains);
            // rows, from files of the server or to them, or through a program that it runs
            case "copy", "checkpoint", "load", "vacuum" -> true;
            case "reassign" -> second.equals("owned");
            case "grant", "revoke" -> !words.contains("on") || SHARED.contains(behindOn(words));
            case "comment", "security" -> SHARED.contains(behindOn(words));
            default -> false;
        };
    }

    /** Its first words, none of which is a secret. */
    static String shown(Statement statement) {
        return statement.names().stream().limit(WORDS_SHOWN).map(Token::text).collect(Collectors.joining(" "));
    }

    private static boolean isUserMapping(List<String> words) {
        return words.size() > 2 && words.get(1).equals("user") && words.get(2).equals("mapping");
    }

    private static String behindOn(List<String> words) {
        int on = words.indexOf("on");
        return on >= 0 && on + 1 < words.size() ? words.get(on + 1) : "";
    }
}
