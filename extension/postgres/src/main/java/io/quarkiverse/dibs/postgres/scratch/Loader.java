package io.quarkiverse.dibs.postgres.scratch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.scratch.Statements.Statement;
import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;
import io.quarkiverse.dibs.sql.Identifiers;
import io.vertx.pgclient.PgException;

/**
 * Runs the statements of files in whatever order works: one that misses something waits until another has made it. Stops when
 * all have run or none moves any more.
 */
final class Loader {

    /** The server misses something that a later statement may create, or a right that it may grant. */
    private static final Set<String> MISSING = Set.of("42P01", "42883", "42704", "42703", "3F000", "42P02", "42830", "42809",
            "0A000", "55000", "42501");

    /** The state of the notice by which Postgres says that it keeps less of a name than was written. */
    private static final String TRUNCATED = "42622";
    /** The state of the warning by which Postgres says that a GRANT granted nothing: who ran it may not grant, or not yet. */
    private static final String NOT_GRANTED = "01007";

    private static final String NO_SUCH_SETTING = "42704";
    private static final String THERE_ALREADY = "42P06";

    private final PgSession session;
    private final AtomicReference<String> truncated = new AtomicReference<>();
    private final AtomicReference<PgException> notGranted = new AtomicReference<>();
    private final SortedSet<String> passedOver = new TreeSet<>();
    private final ScratchRoles roles;

    /** @param roles takes the roles that the files create, to be dropped again */
    Loader(PgSession session, ScratchRoles roles) {
        this.session = session;
        this.roles = roles;
    }

    /** The statements that were not run as they are, because they are about more than the database. */
    SortedSet<String> passedOver() {
        return passedOver;
    }

    /**
     * @throws DibsException DIBS-0280 with the place of the statement that cannot run, DIBS-0284 with that of a name that is
     *         too
     *         long
     */
    void load(List<SqlFile> files) {
        session.connection().noticeHandler(notice -> {
            if (TRUNCATED.equals(notice.getCode())) {
                truncated.compareAndSet(null, notice.getMessage());
            } else if (NOT_GRANTED.equals(notice.getCode())) {
                notGranted.set(new PgException(notice.getMessage(), notice.getSeverity(), NOT_GRANTED, notice.getDetail()));
            }
        });
        try {
            loadAll(files);
        } finally {
            session.connection().noticeHandler(notice -> {
            });
        }
    }

    private void loadAll(List<SqlFile> files) {
        List<Script.Entry> pending = new ArrayList<>();
        for (SqlFile file : files) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : Statements.of(file)) {
                Optional<String> role = ServerStatements.createdRole(statement);
                if (role.isPresent()) {
                    create(role.get(), statement);
                    passedOver.add(ServerStatements.shown(statement));
                } else if (ServerStatements.reachesBeyond(statement)) {
                    passedOver.add(ServerStatements.shown(statement));
                } else {
                    statements.add(statement);
                }
            }
            pending.addAll(Script.of(statements));
        }
        pending = schemasFirst(Script.marked(pending));
        while (!pending.isEmpty()) {
            Map<Script.Entry, Throwable> stuck = pass(pending);
            if (stuck.size() == pending.size()) {
                // a grant of nothing stays a warning, as in psql
                stuck.values().removeIf(Loader::isNotGranted);
                if (stuck.isEmpty()) {
                    break;
                }
                Map.Entry<Script.Entry, Throwable> first = stuck.entrySet().iterator().next();
                throw problem(first.getKey().statement(), first.getValue(), stuck.size() - 1);
            }
            pending = new ArrayList<>(stuck.keySet());
        }
        reset();
    }

    /** A search path passes over a schema that is not there yet, and what is meant for that schema would come into another. */
    private static List<Script.Entry> schemasFirst(List<Script.Entry> pending) {
        Set<String> dropped = pending.stream().map(entry -> Made.takenBy(entry.statement())).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Boolean, List<Script.Entry>> schemas = pending.stream().collect(Collectors.partitioningBy(
                entry -> entry.statement().startsWith("create", "schema") && !dropped.contains(Made.by(entry.statement()))
                        && entry.statement().words().stream().skip(1).noneMatch("create"::equalsIgnoreCase)));
        return Stream.concat(schemas.get(true).stream(), schemas.get(false).stream()).toList();
    }

    /** Statements name roles, so a role has to be there, but none is left behind. */
    private void create(String role, Statement statement) {
        try {
            roles.create(session, role);
        } catch (RuntimeException e) {
            throw problem(statement, e, 0);
        }
    }

    /** RESET ALL leaves the role as it is. */
    private void reset() {
        session.run("RESET ALL");
        session.run("SET SESSION AUTHORIZATION DEFAULT");
    }

    private Map<Script.Entry, Throwable> pass(List<Script.Entry> pending) {
        Map<Script.Entry, Throwable> stuck = new LinkedHashMap<>();
        List<Statement> settings = null;
        for (Script.Entry next : pending) {
            if (next.settings() != settings) {
                set(next.settings(), settings);
                settings = next.settings();
            }
            try {
                notGranted.set(null);
                session.run(next.statement().sql());
                requireWhole(next.statement());
                if (notGranted.get() != null) {
                    stuck.put(next, notGranted.get());
                }
            } catch (DibsException e) {
                throw e;
            } catch (RuntimeException e) {
                requireWhole(next.statement());
                PgException server = ServerErrors.serverException(e);
                if (server != null && THERE_ALREADY.equals(server.getSqlState())
                        && "schema public".equals(Made.by(next.statement()))) {
                    // every database begins with it, and a dump of that schema alone creates it
                    continue;
                }
                if (server == null || !MISSING.contains(String.valueOf(server.getSqlState()))) {
                    throw problem(next.statement(), e, 0);
                }
                if (!next.ahead()) {
                    stuck.put(next, e);
                }
            }
        }
        return stuck;
    }

    /** Dumps change the role around every grant: what holds already is not set again. */
    private void set(List<Statement> settings, List<Statement> before) {
        int same = before != null && before.size() <= settings.size()
                && settings.subList(0, before.size()).equals(before) ? before.size() : 0;
        if (same == 0) {
            reset();
        }
        settings.subList(same, settings.size()).forEach(this::run);
        // dumps turn notices off
        session.run("SET client_min_messages = notice");
    }

    private static boolean isNotGranted(Throwable cause) {
        return cause instanceof PgException e && NOT_GRANTED.equals(e.getSqlState());
    }

    private void run(Statement setting) {
        try {
            session.run(setting.sql());
        } catch (RuntimeException e) {
            PgException server = ServerErrors.serverException(e);
            if (server == null || !NO_SUCH_SETTING.equals(server.getSqlState()) || !setting.startsWith("set")) {
                throw problem(setting, e, 0);
            }
            // a dump of a newer server: what this one does not know it does not need
        }
    }

    private void requireWhole(Statement statement) {
        String notice = truncated.get();
        if (notice == null) {
            return;
        }
        int offset = SqlScanner.scan(statement.sql()).stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME)
                .filter(token -> !Identifiers.fits(name(token))).findFirst().map(Token::start).orElse(0);
        throw new DibsException(Problem.of("DIBS-0284", Category.USAGE, Redactor.redact(notice))
                .remedy("Postgres keeps " + Identifiers.MAX_BYTES + " bytes of a name: give it a shorter one.")
                .at(statement.file().at(statement.offset() + offset))
                .server(TRUNCATED, statement.sql(), statement.sql().codePointCount(0, offset) + 1, null, null));
    }

    private static String name(Token token) {
        String text = token.text();
        return token.kind() == Kind.WORD ? text
                : text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"");
    }

    private static DibsException problem(Statement statement, Throwable failure, int others) {
        PgException e = ServerErrors.serverException(failure);
        String rest = others == 0 ? "" : others == 1 ? " (and one more statement waits)" : " (and " + others + " more wait)";
        if (e == null) {
            return ServerErrors.exception("DIBS-0280", Category.SQL, "", failure, statement.sql());
        }
        int position = ServerErrors.position(e);
        int offset = statement.offset()
                + (position > 0 ? statement.sql().offsetByCodePoints(0, Math.min(position - 1, length(statement))) : 0);
        String shown = Redactor.redact(statement.sql());
        return new DibsException(Problem.of("DIBS-0280", Category.SQL, Redactor.redact(e.getErrorMessage()) + rest)
                .at(statement.file().at(offset))
                .server(e.getSqlState(), shown, shown.equals(statement.sql()) ? position : 0, Redactor.redact(e.getDetail()),
                        Redactor.redact(e.getHint())),
                failure);
    }

    private static int length(Statement statement) {
        return statement.sql().codePointCount(0, statement.sql().length());
    }
}
