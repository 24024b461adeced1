package io.quarkiverse.dibs.postgres.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.SqlMeaning;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;
import io.vertx.pgclient.PgException;

/**
 * Asks the server: makes the tables with open texts in the connection's temporary schema, reads them back from the catalog and
 * rolls everything back. New enums and sequences are made under their true names, which the texts use, and then renamed to
 * tokens, which the texts that come back show.
 */
final class TemporarySchema {

    private static final String TEMPORARY = "pg_temp";

    private final PgSession session;
    private final Intent intent;
    private final Schema existing;
    private final Questions questions;
    private final WriteContext context;
    private final Tokens tokens = new Tokens();
    private final Map<String, String> substitutes = new LinkedHashMap<>();

    TemporarySchema(PgSession session, Intent intent, Schema existing, Questions questions) {
        this.session = session;
        this.intent = intent;
        this.existing = existing;
        this.questions = questions;
        this.context = WriteContext.forServer(session.majorVersion());
    }

    Schema ask() {
        session.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE; SET LOCAL search_path = pg_temp, "
                + Identifiers.quote(intent.defaultSchema()) + ", public; SET LOCAL client_min_messages = error; "
                + "SET LOCAL lock_timeout = '10s'; SET LOCAL default_tablespace = ''; " + SqlMeaning.ofTransaction());
        try {
            List<String> renames = newTypesAndSequences();
            for (ObjectId table : tables()) {
                run(new TemporaryTable(intent.schema(), table, questions.open(), substitutes, tokens, context));
                String token = tokens.of(table);
                DdlWriter.rename(Table.plain(temporary(table)), temporary(table).withName(token), context)
                        .forEach(session::run);
            }
            for (String rename : renames) {
                session.run(rename);
            }
            Map<ObjectId, String> routines = routines();
            Schema answer = CatalogReader.readWithTemporary(session).await().indefinitely().schema();
            return new Answers(intent.schema(), answer, questions, tokens, routines).merge();
        } finally {
            session.query("ROLLBACK").onFailure().recoverWithNull().await().indefinitely();
        }
    }

    private SortedSet<ObjectId> tables() {
        SortedSet<ObjectId> tables = new TreeSet<>();
        for (ObjectId id : questions.open()) {
            if (id.kind() == ObjectKind.INDEX) {
                tables.add(intent.schema().find(id, Index.class).orElseThrow().table());
            } else if (id.kind() != ObjectKind.ROUTINE) {
                tables.add(id.root());
            }
        }
        return tables;
    }

    private static ObjectId temporary(ObjectId id) {
        return id.withSchema(TEMPORARY);
    }

    /** @return the statements that rename them to their tokens */
    private List<String> newTypesAndSequences() {
        List<String> renames = new ArrayList<>();
        Map<String, ObjectId> taken = new HashMap<>();
        intent.schema().all(EnumType.class)
                .filter(type -> !existing.find(type.id(), EnumType.class).filter(type::equals).isPresent())
                .forEach(type -> {
                    String token = tokens.of(type.id());
                    boolean first = taken.putIfAbsent(type.id().name(), type.id()) == null;
                    ObjectId id = temporary(first ? type.id() : type.id().withName(token));
                    EnumType made = new EnumType(id, type.labels());
                    DdlWriter.create(made, context).forEach(session::run);
                    substitutes.put(Identifiers.qualify(type.id()), Identifiers.qualify(id));
                    if (first) {
                        renames.addAll(DdlWriter.rename(made, id.withName(token), context));
                    }
                });
        intent.schema().all(Sequence.class).filter(sequence -> !existing.contains(sequence.id())).forEach(sequence -> {
            String token = tokens.of(sequence.id());
            boolean first = taken.putIfAbsent(sequence.id().name(), sequence.id()) == null;
            ObjectId id = temporary(first ? sequence.id() : sequence.id().withName(token));
            Sequence made = new Sequence(id, sequence.options(), Persistence.PERMANENT);
            DdlWriter.create(made, context).forEach(session::run);
            substitutes.put(Identifiers.qualify(sequence.id()), Identifiers.qualify(id));
            if (first) {
                renames.addAll(DdlWriter.rename(made, id.withName(token), context));
            }
        });
        return renames;
    }

    /** The functions of row checks: made for their syntax only, since their text is what dibs itself wrote. */
    private Map<ObjectId, String> routines() {
        Map<ObjectId, String> names = new HashMap<>();
        intent.schema().all(Routine.class).filter(routine -> questions.open().contains(routine.id())).forEach(routine -> {
            String head = Identifiers.qualify(routine.id()) + "(";
            String definition = routine.definition().sql();
            int at = definition.indexOf(head);
            if (at < 0) {
                return;
            }
            String token = tokens.of(routine.id());
            String sql = definition.substring(0, at) + TEMPORARY + "." + token + "("
                    + definition.substring(at + head.length());
            session.run("SAVEPOINT dibs_routine");
            try {
                session.run(sql);
                names.put(routine.id(), token);
            } catch (RuntimeException e) {
                PgException server = ServerErrors.serverException(e);
                if (server == null || "42601".equals(server.getSqlState())) {
                    int position = server == null ? 0 : ServerErrors.position(server);
                    throw Refusal.of(intent, new Piece(sql, List.of(new Piece.Part(routine.id(), "row check", sql, 0))),
                            position, e);
                }
                session.run("ROLLBACK TO SAVEPOINT dibs_routine");
            }
        });
        return names;
    }

    /** All statements of a table at once; one by one only where the server does not say which of them it refuses. */
    private void run(TemporaryTable table) {
        List<Piece> pieces = table.together();
        StringBuilder all = new StringBuilder();
        for (Piece piece : pieces) {
            all.append(piece.sql()).append(";\n");
        }
        session.run("SAVEPOINT dibs_table");
        try {
            session.run(all.toString());
        } catch (RuntimeException e) {
            PgException server = ServerErrors.serverException(e);
            int position = server == null ? 0 : ServerErrors.position(server);
            if (position == 0 && server != null) {
                session.run("ROLLBACK TO SAVEPOINT dibs_table");
                oneByOne(table.apart());
            }
            throw refusal(pieces, all, position, e);
        }
    }

    private DibsException refusal(List<Piece> pieces, CharSequence all, int position, RuntimeException failure) {
        int offset = Character.offsetByCodePoints(all, 0, Math.max(0, position - 1));
        int start = 0;
        for (Piece piece : pieces) {
            if (offset < start + piece.sql().length() + 2) {
                return Refusal.of(intent, piece, position == 0 ? 0 : offset - start + 1, failure);
            }
            start += piece.sql().length() + 2;
        }
        return Refusal.of(intent, pieces.get(0), 0, failure);
    }

    private void oneByOne(List<Piece> pieces) {
        for (Piece piece : pieces) {
            try {
                session.run(piece.sql());
            } catch (RuntimeException e) {
                PgException server = ServerErrors.serverException(e);
                throw Refusal.of(intent, piece, server == null ? 0 : ServerErrors.position(server), e);
            }
        }
    }
}
