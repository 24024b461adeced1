package io.quarkiverse.dibs.postgres.canonical;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Goes through the texts of an intent: those that are the catalog's own or certain are settled here, what Postgres recorded
 * about the former is taken over, and the rest are open.
 */
final class Questions {

    private final Intent intent;
    private final Schema reality;
    private final Former former;
    private final Map<ObjectId, ObjectId> presentNames = new HashMap<>();
    private final Map<String, EnumType> enums = new HashMap<>();
    private final SortedSet<ObjectId> open = new TreeSet<>();
    private final Schema.Builder settled;

    Questions(Intent intent, Schema reality) {
        this.intent = intent;
        this.reality = reality;
        this.former = new Former(intent.renames());
        this.settled = intent.schema().toBuilder();
        intent.schema().all(EnumType.class).forEach(type -> enums.put(Identifiers.qualify(type.id()), type));
        intent.schema().ids().forEach(id -> presentNames.put(former.of(id), id));
        intent.schema().all(Column.class).forEach(this::column);
        intent.schema().all(ColumnDefault.class).forEach(this::columnDefault);
        intent.schema().all(CheckConstraint.class).forEach(this::check);
        intent.schema().all(Index.class).forEach(this::index);
        intent.schema().all(Routine.class).forEach(this::routine);
    }

    /** The objects whose texts only Postgres can bring into its form. */
    SortedSet<ObjectId> open() {
        return open;
    }

    /** The intent's schema as far as it is settled; the open texts are still the user's. */
    Schema.Builder settled() {
        return settled;
    }

    boolean isEnum(SqlType type) {
        return enums.containsKey(KnownForms.elementOf(type));
    }

    private Optional<EnumType> enumOf(SqlType type) {
        return Optional.ofNullable(enums.get(KnownForms.elementOf(type)));
    }

    private <T extends DbObject> Optional<T> present(T object, Class<T> type) {
        return reality.find(former.of(object.id()), type);
    }

    private void column(Column column) {
        Optional<Column> present = present(column, Column.class);
        boolean sameType = present.filter(p -> p.type().equals(column.type())).isPresent();
        boolean typeIsKnown = sameType || KnownForms.isCanonicalType(column.type()) || isEnum(column.type());
        boolean collationIsKnown = column.collation().isEmpty()
                || sameType && present.get().collation().equals(column.collation())
                || KnownForms.isCanonicalCollation(column.type(), column.collation().get());
        boolean generatedIsKnown = column.generated().isEmpty()
                || present.flatMap(Column::generated).equals(column.generated());
        if (!typeIsKnown || !collationIsKnown || !generatedIsKnown) {
            open.add(column.id());
        } else if (sameType) {
            takeDependencies(column.id());
        } else {
            enumOf(column.type()).ifPresent(type -> settled.dependency(column.id(), type.id()));
        }
    }

    private void columnDefault(ColumnDefault columnDefault) {
        if (present(columnDefault, ColumnDefault.class).filter(p -> p.expression().equals(columnDefault.expression()))
                .isPresent()) {
            takeDependencies(columnDefault.id());
            return;
        }
        Column column = intent.schema().find(columnDefault.id().parent(), Column.class).orElseThrow();
        Optional<String> known = KnownForms.defaultOf(columnDefault.expression().sql(), column.type(), isEnum(column.type()));
        if (known.isEmpty() || open.contains(column.id())) {
            open.add(columnDefault.id());
        } else {
            settled.put(new ColumnDefault(columnDefault.id(), new Expression(known.get())));
            enumOf(column.type()).ifPresent(type -> settled.dependency(columnDefault.id(), type.id()));
        }
    }

    private void check(CheckConstraint check) {
        if (present(check, CheckConstraint.class).filter(p -> p.expression().equals(check.expression())).isPresent()) {
            takeDependencies(check.id());
        } else {
            open.add(check.id());
        }
    }

    private void index(Index index) {
        boolean plain = index.predicate().isEmpty() && index.keys().stream().allMatch(
                key -> key.column().isPresent() && key.collation().isEmpty() && key.operatorClass().isEmpty());
        boolean same = present(index, Index.class)
                .filter(p -> p.keys().equals(index.keys()) && p.predicate().equals(index.predicate())).isPresent();
        if (same) {
            takeDependencies(index.id());
        } else if (!plain) {
            open.add(index.id());
        }
    }

    private void routine(Routine routine) {
        if (present(routine, Routine.class).filter(p -> p.definition().equals(routine.definition())).isPresent()) {
            takeDependencies(routine.id());
        } else {
            open.add(routine.id());
        }
    }

    /** What Postgres recorded for the same text, under the names the objects will have. */
    private void takeDependencies(ObjectId id) {
        for (ObjectId need : reality.dependenciesOf(former.of(id))) {
            settled.dependency(id, presentNames.getOrDefault(need, need));
        }
    }
}
