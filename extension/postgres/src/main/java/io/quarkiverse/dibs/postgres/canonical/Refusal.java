package io.quarkiverse.dibs.postgres.canonical;

import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.vertx.pgclient.PgException;

/** Says which entity and field a text comes from that Postgres refuses, with the caret in that text. */
final class Refusal {

    private Refusal() {
    }

    /** @param position of the error in the statement, from 1, or 0 when the server did not say */
    static DibsException of(Intent intent, Piece piece, int position, Throwable failure) {
        PgException e = ServerErrors.serverException(failure);
        if (e == null) {
            return ServerErrors.exception("DIBS-0260", Category.SQL, "", failure, piece.sql());
        }
        Optional<Piece.Part> part = piece.at(position - 1);
        Optional<Intent.Source> source = part.flatMap(p -> source(intent, p.object()));
        String message = source.map(Refusal::member).orElse("the schema") + ": Postgres refuses the "
                + part.map(Piece.Part::what).orElse("statement") + ": " + Redactor.redact(e.getErrorMessage());
        int inText = part.map(p -> position - p.offset()).orElse(0);
        boolean inside = part.isPresent() && inText >= 1 && inText <= part.get().text().length() + 1;
        Problem problem = Problem.of("DIBS-0260", Category.BUILD, message)
                .remedy("Correct it in the entity, or install what it uses on the server.")
                .server(e.getSqlState(), inside || position == 0 && part.isPresent() ? part.get().text() : piece.sql(),
                        inside ? inText : position, Redactor.redact(e.getDetail()), Redactor.redact(e.getHint()));
        return new DibsException(source.map(s -> problem.at(place(s))).orElse(problem), failure);
    }

    /** Where the object, or the nearest one it is a part of, is declared. */
    private static Optional<Intent.Source> source(Intent intent, ObjectId object) {
        ObjectId nearest = intent.sources().containsKey(object) ? object
                : intent.schema().find(object, Index.class).map(Index::table).orElse(object);
        for (ObjectId id = nearest; id != null; id = id.parent()) {
            Intent.Source source = intent.sources().get(id);
            if (source != null) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private static String member(Intent.Source source) {
        return source.member().isEmpty() ? source.className() : source.className() + "." + source.member();
    }

    private static String place(Intent.Source source) {
        if (source.file().isEmpty()) {
            return member(source);
        }
        return source.line() == 0 ? source.file() : source.file() + ":" + source.line() + ":" + source.column();
    }
}
