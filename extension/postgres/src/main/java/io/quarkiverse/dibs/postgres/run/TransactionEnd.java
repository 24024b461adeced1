package io.quarkiverse.dibs.postgres.run;

import java.util.List;

import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/** Finds the commands that end a transaction: what was done before them stands, whatever is rolled back later. Pure. */
final class TransactionEnd {

    private TransactionEnd() {
    }

    /** Whether one of the statements of the text is such a command. */
    static boolean isIn(String sql) {
        List<Token> tokens = SqlScanner.scan(sql).stream().filter(token -> token.kind() != Kind.BLANK).toList();
        boolean begins = true;
        int atomic = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (begins && isEnd(tokens.subList(i, tokens.size()))) {
                return true;
            }
            atomic = atomic == 0 ? (token.is("atomic") && i > 0 && tokens.get(i - 1).is("begin") ? 1 : 0)
                    : atomic + (token.is("begin") || token.is("case") ? 1 : token.is("end") ? -1 : 0);
            begins = token.is(";") && atomic == 0;
        }
        return false;
    }

    private static boolean isEnd(List<Token> statement) {
        Token first = statement.get(0);
        if (first.is("rollback")) {
            // to a savepoint it goes on
            return statement.stream().skip(1).limit(2).noneMatch(token -> token.is("to"));
        }
        return first.is("commit") || first.is("end") || first.is("abort")
                || first.is("prepare") && statement.size() > 1 && statement.get(1).is("transaction");
    }
}
