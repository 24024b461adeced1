package io.quarkiverse.dibs.postgres.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;

/** Takes the texts of the temporary objects, and what Postgres recorded about them, over into the intent's schema. */
final class Answers {

    private final Schema intent;
    private final Schema answer;
    private final Questions questions;
    private final Tokens tokens;
    private final Map<ObjectId, String> routines;
    private final Map<ObjectId, DbObject> made = new HashMap<>();

    Answers(Schema intent, Schema answer, Questions questions, Tokens tokens, Map<ObjectId, String> routines) {
        this.intent = intent;
        this.answer = answer;
        this.questions = questions;
        this.tokens = tokens;
        this.routines = routines;
        for (DbObject object : answer.objects()) {
            if (object.id().schema().startsWith("pg_temp")) {
                made.put(meaning(object.id()), object);
            }
        }
    }

    Schema merge() {
        Schema.Builder schema = questions.settled();
        for (ObjectId id : questions.open()) {
            DbObject object = intent.find(id).orElseThrow();
            DbObject read = made.get(id);
            if (object instanceof Routine routine) {
                if (routines.containsKey(id)) {
                    schema.put(routine(routine, (Routine) read));
                }
            } else if (read == null) {
                // DEFAULT NULL is no default
                schema.remove(id);
            } else {
                schema.put(merged(object, read));
                for (ObjectId need : answer.dependenciesOf(read.id())) {
                    schema.dependency(id, meaning(need));
                }
            }
        }
        return schema.build();
    }

    private DbObject merged(DbObject object, DbObject read) {
        if (object instanceof Column column) {
            Column typed = (Column) read;
            return column.withType(new SqlType(tokens.resolve(typed.type().name()))).withCollation(typed.collation())
                    .withGenerated(column.generated().map(generated -> typed.generated()
                            .map(g -> new Column.Generated(resolve(g.expression()), g.stored())).orElse(generated)));
        }
        if (object instanceof CheckConstraint check) {
            return new CheckConstraint(check.id(), resolve(((CheckConstraint) read).expression()), check.noInherit(),
                    check.validated(), check.enforced());
        }
        if (object instanceof Index index) {
            Index asked = (Index) read;
            List<Index.Key> keys = asked.keys().stream()
                    .map(key -> new Index.Key(key.column(), key.expression().map(this::resolve), key.collation(),
                            key.operatorClass(), key.operatorClassParameters(), key.descending(), key.nullsFirst()))
                    .toList();
            Optional<Expression> predicate = asked.predicate().map(this::resolve);
            return new Index(index.id(), index.table(), index.method(), index.unique(), index.nullsNotDistinct(), keys,
                    index.include(), predicate, index.storageParameters(), index.tablespace(), index.valid());
        }
        return new ColumnDefault(object.id(), resolve(((ColumnDefault) read).expression()));
    }

    private Routine routine(Routine routine, Routine read) {
        return new Routine(routine.id(), read.procedure(), tokens.resolve(read.signature()), tokens.resolve(read.result()),
                read.language(), resolve(read.definition()));
    }

    private Expression resolve(Expression expression) {
        return new Expression(tokens.resolve(expression.sql()));
    }

    /** What a temporary object stands for; an object of the database stands for itself. */
    private ObjectId meaning(ObjectId id) {
        if (!id.schema().startsWith("pg_temp")) {
            return id;
        }
        if (id.parent() != null) {
            return ObjectId.part(id.kind(), meaning(id.parent()), id.name());
        }
        ObjectId meaning = tokens.meaning(id.name());
        return meaning == null ? id : meaning;
    }
}
