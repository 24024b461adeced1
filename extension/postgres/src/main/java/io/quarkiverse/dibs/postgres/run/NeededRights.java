package io.quarkiverse.dibs.postgres.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.postgres.run.Need.Right;
import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/**
 * What a statement of a plan needs to be allowed, from its own words. It knows the statements that dibs writes, whose names are
 * qualified; of others it may know nothing, and then the server says no at the statement itself.
 */
final class NeededRights {

    private static final Set<String> RELATIONS = Set.of("table", "view", "sequence", "index", "foreign");
    private static final Set<String> BEFORE_NAME = Set.of("if", "not", "exists", "only", "concurrently");

    private final List<Token> tokens;
    private final SortedSet<Need> needs = new TreeSet<>();
    private int at;

    private NeededRights(String sql) {
        this.tokens = SqlScanner.scan(sql).stream().filter(token -> token.kind() != Kind.BLANK).toList();
    }

    static SortedSet<Need> of(String sql) {
        NeededRights rights = new NeededRights(sql);
        rights.read();
        return rights.needs;
    }

    private void read() {
        String verb = word(0);
        at = 1;
        switch (verb) {
            case "create" -> create();
            case "alter", "drop" -> change();
            case "comment" -> comment();
            case "set" -> {
                if (word(1).equals("role") && isName(2)) {
                    need(Right.BE_MEMBER, nameAt(2));
                }
            }
            default -> {
            }
        }
        for (int i = 1; i < tokens.size(); i++) {
            if (word(i).equals("references") && isName(i + 1) && !verb.equals("grant")) {
                need(Right.REFERENCE, nameAt(i + 1));
            } else if (word(i).equals("owner") && word(i + 1).equals("to") && isName(i + 2)) {
                need(Right.BE_MEMBER, nameAt(i + 2));
            }
        }
    }

    private void create() {
        skip("or", "replace", "unlogged", "materialized", "recursive", "constraint", "unique", "foreign");
        String kind = word(at++);
        switch (kind) {
            case "table", "view", "sequence", "type", "domain", "function", "procedure", "aggregate", "collation" -> {
                skipBeforeName();
                schemaOf(nameAt(at));
                for (int i = at; kind.equals("table") && i < tokens.size(); i++) {
                    if (word(i).equals("partition") && word(i + 1).equals("of") && isName(i + 2)) {
                        need(Right.OWN_RELATION, nameAt(i + 2));
                    }
                }
            }
            case "index", "trigger", "policy", "rule" -> {
                while (at < tokens.size() && !word(at).equals("on")) {
                    at++;
                }
                at++;
                skipBeforeName();
                need(Right.OWN_RELATION, nameAt(at));
                if (kind.equals("index")) {
                    schemaOf(nameAt(at));
                }
            }
            case "schema" -> need(Right.CREATE_IN_DATABASE, "");
            case "extension" -> {
                skipBeforeName();
                need(Right.CREATE_EXTENSION, nameAt(at));
            }
            default -> {
            }
        }
    }

    private void change() {
        skip("materialized", "foreign");
        String kind = word(at++);
        skipBeforeName();
        switch (kind) {
            case "schema" -> need(Right.OWN_SCHEMA, nameAt(at));
            case "type", "domain" -> need(Right.OWN_TYPE, nameAt(at));
            case "function", "procedure", "aggregate", "routine" -> routine();
            case "trigger", "policy", "rule" -> {
                while (at < tokens.size() && !word(at).equals("on")) {
                    at++;
                }
                need(Right.OWN_RELATION, nameAt(at + 1));
            }
            default -> {
                if (RELATIONS.contains(kind)) {
                    need(Right.OWN_RELATION, nameAt(at));
                }
            }
        }
    }

    private void comment() {
        String kind = word(at + 1);
        int name = at + 2;
        if (kind.equals("column")) {
            String column = nameAt(name);
            int dot = lastDot(column);
            if (dot > 0) {
                need(Right.OWN_RELATION, column.substring(0, dot));
            }
        } else if (RELATIONS.contains(kind) && !kind.equals("foreign")) {
            need(Right.OWN_RELATION, nameAt(name));
        } else if (kind.equals("type") || kind.equals("domain")) {
            need(Right.OWN_TYPE, nameAt(name));
        } else if (kind.equals("schema")) {
            need(Right.OWN_SCHEMA, nameAt(name));
        }
    }

    /** With its arguments, which say which one of its namesakes it is. */
    private void routine() {
        StringBuilder text = new StringBuilder(nameAt(at));
        int i = at;
        while (i < tokens.size() && !tokens.get(i).is("(")) {
            i++;
        }
        int depth = 0;
        for (; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            text.append(token.kind() == Kind.WORD && text.charAt(text.length() - 1) != '(' ? " " : "").append(token.text());
            if (depth == 0) {
                need(Right.OWN_ROUTINE, text.toString());
                return;
            }
        }
    }

    private void schemaOf(String name) {
        int dot = lastDot(name);
        if (dot > 0) {
            need(Right.CREATE_IN_SCHEMA, name.substring(0, dot));
        }
    }

    private void need(Right right, String on) {
        if (right == Right.CREATE_IN_DATABASE || !on.isEmpty()) {
            needs.add(new Need(right, on));
        }
    }

    private void skip(String... words) {
        Set<String> skipped = Set.of(words);
        while (skipped.contains(word(at))) {
            at++;
        }
    }

    private void skipBeforeName() {
        while (BEFORE_NAME.contains(word(at)) && !word(at + 1).equals(".")) {
            at++;
        }
    }

    private boolean isName(int index) {
        return index < tokens.size() && (tokens.get(index).kind() == Kind.WORD || tokens.get(index).kind() == Kind.QUOTED_NAME);
    }

    /** The name as it stands there, with its qualification; empty when there is none. */
    private String nameAt(int index) {
        StringBuilder name = new StringBuilder();
        int i = index;
        while (isName(i)) {
            name.append(tokens.get(i).text());
            if (i + 1 >= tokens.size() || !tokens.get(i + 1).is(".")) {
                return name.toString();
            }
            name.append('.');
            i += 2;
        }
        return name.toString();
    }

    private static int lastDot(String name) {
        boolean quoted = false;
        int dot = -1;
        for (int i = 0; i < name.length(); i++) {
            quoted ^= name.charAt(i) == '"';
            dot = name.charAt(i) == '.' && !quoted ? i : dot;
        }
        return dot;
    }

    private String word(int index) {
        return index < tokens.size() && tokens.get(index).kind() == Kind.WORD
                ? tokens.get(index).text().toLowerCase(Locale.ROOT)
                : index < tokens.size() && tokens.get(index).is(".") ? "." : "";
    }
}
