package io.quarkiverse.dibs.postgres.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/**
 * Splits a file into statements. Semicolons in strings, comments, parentheses and {@code BEGIN ATOMIC} bodies do not end one.
 */
final class Statements {

    /** One statement without its semicolon, and where in the file it begins. */
    record Statement(SqlFile file, int offset, String sql, List<String> words) {

        boolean startsWith(String... first) {
            if (words.size() < first.length) {
                return false;
            }
            for (int i = 0; i < first.length; i++) {
                if (!words.get(i).equalsIgnoreCase(first[i])) {
                    return false;
                }
            }
            return true;
        }

        /** Changes a setting of the session, which the statements behind it in the file count on. */
        boolean isSetting() {
            return startsWith("set") || startsWith("reset")
                    || startsWith("select") && words.stream().limit(4).anyMatch("set_config"::equalsIgnoreCase);
        }

        List<Token> tokens() {
            return SqlScanner.scan(sql);
        }

        /** Its words and quoted names, up to the first constant. */
        List<Token> names() {
            return tokens().stream().takeWhile(token -> token.kind() != Kind.STRING && token.kind() != Kind.NUMBER)
                    .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME).toList();
        }

        /** The same statement in other words of the same length. */
        Statement withSql(String other) {
            return new Statement(file, offset, other, words);
        }
    }

    private static final Pattern LAST_ROW = Pattern.compile("^\\\\\\.[ \\t]*\\r?$", Pattern.MULTILINE);

    private final SqlFile file;
    private final List<Statement> statements = new ArrayList<>();
    private int start = -1;
    /** Where the last token ended that was none of blanks. */
    private int end;
    /** Where to go on: behind what is not for the server. */
    private int next;
    private int parentheses;
    private int atomicDepth;
    private List<String> words = new ArrayList<>();

    private Statements(SqlFile file) {
        this.file = file;
    }

    /** @throws DibsException DIBS-0281 for what only psql understands, DIBS-0283 for a quote or comment that never ends */
    static List<Statement> of(SqlFile file) {
        Statements statements = new Statements(file);
        SqlScanner.scan(file.text(), statements::read);
        statements.finish(statements.end);
        return statements.statements;
    }

    private int read(Token token) {
        next = token.end();
        take(token);
        end = token.kind() == Kind.BLANK ? end : token.end();
        return next;
    }

    private void take(Token token) {
        switch (token.kind()) {
            case BLANK -> {
            }
            case UNFINISHED -> throw problem("DIBS-0283", token.start(), "the quote or comment that begins here never ends",
                    "Close it.");
            case SYMBOL -> symbol(token);
            case WORD -> {
                begin(token);
                word(token);
            }
            case QUOTED_NAME, STRING, NUMBER -> begin(token);
        }
    }

    private void begin(Token token) {
        if (start < 0) {
            start = token.start();
        }
    }

    private void symbol(Token token) {
        switch (token.text()) {
            case "\\" -> {
                int end = file.text().indexOf('\n', token.start());
                String command = file.text().substring(token.start(), end < 0 ? file.text().length() : end).strip();
                if (start < 0 && PsqlCommands.arePassedOver(command, statements)) {
                    next = token.start() + command.length();
                    return;
                }
                throw problem("DIBS-0281", token.start(), "\"" + command + "\" is a command of psql, not SQL",
                        "Remove the line, or say the same in SQL.");
            }
            case ";" -> {
                if (parentheses <= 0 && atomicDepth == 0) {
                    if (isCopyOfRows()) {
                        passOverRows(token);
                    } else {
                        finish(token.start());
                    }
                    return;
                }
            }
            case "(" -> parentheses++;
            case ")" -> parentheses--;
            default -> {
            }
        }
        begin(token);
    }

    private void word(Token token) {
        if (atomicDepth == 0 && token.is("atomic") && !words.isEmpty()
                && words.get(words.size() - 1).equalsIgnoreCase("begin") && words.get(0).equalsIgnoreCase("create")) {
            atomicDepth = 1;
        } else if (atomicDepth > 0 && (token.is("begin") || token.is("case"))) {
            atomicDepth++;
        } else if (atomicDepth > 0 && token.is("end")) {
            atomicDepth--;
        }
        words.add(token.text());
    }

    private boolean isCopyOfRows() {
        return start >= 0 && !words.isEmpty() && words.get(0).equalsIgnoreCase("copy")
                && words.stream().anyMatch("stdin"::equalsIgnoreCase);
    }

    /** A schema has no rows, and only psql could send them. */
    private void passOverRows(Token semicolon) {
        Matcher last = LAST_ROW.matcher(file.text());
        if (!last.find(semicolon.end())) {
            throw problem("DIBS-0281", start, "COPY ... FROM stdin, whose rows no line \\. ends",
                    "Remove it: a schema needs no rows.");
        }
        next = last.end();
        clear();
    }

    private void finish(int end) {
        if (start >= 0) {
            statements.add(new Statement(file, start, file.text().substring(start, end).stripTrailing(), List.copyOf(words)));
        }
        clear();
    }

    private void clear() {
        start = -1;
        parentheses = 0;
        atomicDepth = 0;
        words = new ArrayList<>();
    }

    private DibsException problem(String code, int offset, String message, String remedy) {
        return new DibsException(Problem.of(code, Category.USAGE, message).remedy(remedy).at(file.at(offset)));
    }
}
