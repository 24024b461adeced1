package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/**
 * The words of a statement's text, as far as the runner has to know them: whether it begins or ends a transaction itself, and
 * which names occur in it. Whether a statement can run in a transaction is left to the server to say.
 *
 * @param words those that are not quoted, in lower case, in order
 * @param names every name and word in it, as the catalog would spell it
 */
record StatementWords(List<String> words, Set<String> names) {

    static StatementWords of(String sql) {
        List<String> words = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Token token : SqlScanner.scan(sql)) {
            if (token.kind() == Kind.WORD) {
                words.add(token.text().toLowerCase(Locale.ROOT));
                names.add(token.text().toLowerCase(Locale.ROOT));
            } else if (token.kind() == Kind.QUOTED_NAME && token.text().startsWith("\"")) {
                names.add(token.text().substring(1, token.text().length() - 1).replace("\"\"", "\""));
            }
        }
        return new StatementWords(List.copyOf(words), names);
    }

    boolean beginsTransaction() {
        return first("begin") || first("start");
    }

    boolean endsTransaction() {
        return first("commit") || first("end") || first("abort") || first("rollback") && !words.contains("to")
                || first("prepare") && words.size() > 1 && words.get(1).equals("transaction");
    }

    /** Whether it may commit by itself what it does, again and again: what stands of it when it is interrupted is not known. */
    boolean commitsOnItsOwn() {
        return first("call") || first("do");
    }

    boolean creates() {
        return first("create");
    }

    boolean drops() {
        return first("drop");
    }

    boolean reindexes() {
        return first("reindex");
    }

    boolean detaches() {
        return first("alter") && words.contains("detach");
    }

    String first() {
        return words.isEmpty() ? "" : words.get(0);
    }

    private boolean first(String word) {
        return first().equals(word);
    }
}
