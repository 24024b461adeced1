package io.quarkiverse.dibs.postgres.scratch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkiverse.dibs.postgres.scratch.Statements.Statement;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/**
 * What a file has done when it has run: its statements, each with the settings that hold for it, without those that a
 * {@code ROLLBACK} takes back. Every statement is run in a transaction of its own, so the file's transactions end here.
 */
final class Script {

    /** A setting; one that is local ends with the transaction. */
    private record Setting(Statement statement, boolean local) {
    }

    /**
     * A statement to run.
     *
     * @param settings what the file sets before it
     * @param ahead whether it takes away what is created only behind it, as dumps do that make room first: that it finds
     *        nothing is as it should be
     */
    record Entry(Statement statement, List<Statement> settings, boolean ahead) {
    }

    /** Where a transaction or a savepoint began. */
    private record Mark(int entries, List<Setting> settings) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Mark> savepoints = new HashMap<>();
    private List<Setting> settings = List.of();
    private List<Statement> shown = List.of();
    private Mark begun;

    /** @param statements of one file that are not passed over */
    static List<Entry> of(List<Statement> statements) {
        Script script = new Script();
        statements.forEach(script::take);
        return script.entries;
    }

    private void take(Statement statement) {
        if (statement.startsWith("begin") || statement.startsWith("start", "transaction")) {
            begun = new Mark(entries.size(), settings);
        } else if (statement.startsWith("commit") || statement.startsWith("end")) {
            end();
        } else if (statement.startsWith("rollback") || statement.startsWith("abort")) {
            rollBack(statement);
        } else if (statement.startsWith("savepoint")) {
            savepoints.put(lastName(statement), new Mark(entries.size(), settings));
        } else if (statement.isSetting()) {
            set(statement);
        } else if (!statement.startsWith("release") && !statement.startsWith("lock")) {
            entries.add(new Entry(statement, shown, false));
        }
    }

    private void end() {
        begun = null;
        savepoints.clear();
        settings(settings.stream().filter(setting -> !setting.local()).toList());
    }

    private void rollBack(Statement statement) {
        List<String> words = statement.words();
        boolean part = words.stream().anyMatch("to"::equalsIgnoreCase);
        Mark mark = part ? savepoints.get(lastName(statement)) : begun;
        if (mark != null) {
            entries.subList(mark.entries(), entries.size()).clear();
            settings(mark.settings());
        }
        if (!part) {
            begun = null;
            savepoints.clear();
        }
    }

    /** Outside a transaction the server only warns of what is to be local. */
    private void set(Statement statement) {
        boolean local = statement.startsWith("set", "local");
        if (local && begun == null) {
            return;
        }
        List<Setting> more = new ArrayList<>(settings);
        more.add(new Setting(local ? statement.withSql(statement.sql().replaceFirst("(?i)\\blocal\\b", "     ")) : statement,
                local));
        settings(more);
    }

    private void settings(List<Setting> now) {
        settings = List.copyOf(now);
        shown = settings.stream().map(Setting::statement).toList();
    }

    private static String lastName(Statement statement) {
        List<Token> names = statement.names();
        return names.isEmpty() ? "" : names.get(names.size() - 1).text().toLowerCase(Locale.ROOT);
    }

    /** The same entries, those marked that take away what another makes only behind them. */
    static List<Entry> marked(List<Entry> entries) {
        Map<String, Integer> created = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String made = Made.by(entries.get(i).statement());
            if (made != null) {
                created.put(made, i);
            }
        }
        List<Entry> marked = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            String taken = Made.takenBy(entry.statement());
            boolean ahead = taken != null && created.getOrDefault(taken, -1) > marked.size();
            marked.add(ahead ? new Entry(entry.statement(), entry.settings(), true) : entry);
        }
        return marked;
    }
}
