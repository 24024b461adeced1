package io.quarkiverse.dibs.engine;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.operation.RequestedRenames;
import io.quarkiverse.dibs.schema.Schema;

/**
 * The renames that a {@code to.sql} declares, {@code -- rename: users.name=users.title}, turned round on the way back; and what
 * a query has to answer when the rows have come along, {@code -- rows: SELECT ... => answer}.
 */
record DeclaredRenames(List<String> forward, List<MatchResult> answers) {

    private static final Pattern RENAME = Pattern.compile("(?m)^-- rename: (.+)=(.+)$");
    private static final Pattern ROWS = Pattern.compile("(?m)^-- rows: (.+) => (.*)$");

    static DeclaredRenames of(Pair pair) {
        List<String> renames = RENAME.matcher(pair.to()).results().map(found -> found.group(1) + "=" + found.group(2)).toList();
        List<MatchResult> answers = ROWS.matcher(pair.to()).results().toList();
        if (!renames.isEmpty() && !pair.seed().isBlank() && answers.isEmpty()) {
            throw new IllegalArgumentException(pair.name() + " renames under rows and says in no -- rows: line where they are");
        }
        return new DeclaredRenames(renames, answers);
    }

    boolean isEmpty() {
        return forward.isEmpty();
    }

    List<Intent.Rename> between(Schema from, Schema to, boolean isForward) {
        return RequestedRenames.parse(isForward ? forward : forward.stream().map(DeclaredRenames::turned).toList(), from, to);
    }

    private static String turned(String rename) {
        int equals = rename.indexOf('=');
        return rename.substring(equals + 1) + "=" + rename.substring(0, equals);
    }

    /** What the queries answer otherwise than they should. */
    List<String> wrongAnswers(PgSession session) {
        return answers.stream().map(answer -> {
            String given = String.valueOf(session.run("SELECT (" + answer.group(1) + ")::text").iterator().next().getString(0));
            return given.equals(answer.group(2)) ? "" : answer.group(1) + " is " + given + ", not " + answer.group(2);
        }).filter(wrong -> !wrong.isEmpty()).toList();
    }
}
