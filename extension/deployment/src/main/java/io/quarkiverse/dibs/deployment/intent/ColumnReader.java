package io.quarkiverse.dibs.deployment.intent;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.jboss.jandex.Type;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.ColumnCompression;
import io.quarkiverse.dibs.ColumnStorage;
import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.GeneratedColumn;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.schema.Column.Generated;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;

/** One field as a column with its default, identity, comment and former names. */
final class ColumnReader {

    private final IntentBuilder builder;
    private final TypeMapping types;
    private final IdentityReader identities;

    ColumnReader(IntentBuilder builder, TypeMapping types) {
        this.builder = builder;
        this.types = types;
        this.identities = new IdentityReader(builder);
    }

    /** The name the field's column has, whatever else is wrong with it. */
    String name(EntityField field) {
        return field.prefix() + field.annotation(Column.class).flatMap(column -> column.given("value"))
                .orElseGet(() -> builder.settings.naming().name(field.field().name()));
    }

    Optional<ColumnModel> read(EntityField field, ObjectId table, int position, boolean keyColumn) {
        Place place = builder.sources.of(field.field());
        String name = name(field);
        Optional<MappedType> mapped = types.map(field, place);
        if (!builder.isName("column", name, place) || mapped.isEmpty()) {
            return Optional.empty();
        }
        if (field.type().kind() == Type.Kind.PRIMITIVE && field.isMarkedNullable()) {
            builder.problems.add("DIBS-0113", place, "a primitive holds no null, so its column cannot be nullable",
                    "Make the field an Optional or one of the wrapper class, or the column NOT NULL.");
        }
        ColumnModel model = new ColumnModel(field, place, ObjectId.column(table, name), mapped.get());
        Optional<Values> column = field.annotation(Column.class);
        boolean notNull = keyColumn || field.has(PrimaryKey.class) || field.key() || field.has(Identity.class)
                || !field.nullable() && !field.isMarkedNullable();
        builder.add(new io.quarkiverse.dibs.schema.Column(model.id(), position, mapped.get().type(), collation(column), notNull,
                identities.identity(model), generated(model), storage(column), compression(column),
                statistics(column, place), new TreeMap<>(), new TreeMap<>(), false), place);
        mapped.get().enumeration().filter(enumeration -> !enumeration.text())
                .ifPresent(enumeration -> builder.dependency(model.id(), enumeration.id()));
        defaultValue(model);
        builder.comment(model.id(), field.annotation(Comment.class), place);
        builder.source(model.id(), place, JavaTypes.describe(field.type()));
        field.annotation(RenamedFrom.class).ifPresent(values -> values.texts("value").forEach(
                former -> builder.rename(model.id().withName(field.prefix() + former), model.id())));
        column.flatMap(values -> values.given("using")).ifPresent(using -> builder.conversion(model.id(), using));
        return Optional.of(model);
    }

    private void defaultValue(ColumnModel model) {
        model.field().annotation(DefaultValue.class).ifPresent(values -> {
            String expression = values.text("value");
            if (expression.isBlank()) {
                builder.problems.add("DIBS-0120", model.place(), "the default is empty",
                        "Write an SQL expression; an empty text is @DefaultValue(\"''\").");
            } else if (model.field().has(GeneratedColumn.class) || model.field().has(Identity.class)) {
                builder.problems.add("DIBS-0113", model.place(),
                        "a column has only one of a default, an identity and a generating expression",
                        "Remove @DefaultValue or the other annotation.");
            } else {
                builder.add(new ColumnDefault(ColumnDefault.idOf(model.id()), new Expression(expression)), model.place());
            }
        });
    }

    private Optional<Generated> generated(ColumnModel model) {
        Optional<Values> values = model.field().annotation(GeneratedColumn.class);
        if (values.isPresent() && values.get().text("value").isBlank()) {
            builder.problems.add("DIBS-0120", model.place(), "the generating expression is empty", "Write an SQL expression.");
            return Optional.empty();
        }
        if (values.isPresent() && model.field().has(Identity.class)) {
            builder.problems.add("DIBS-0113", model.place(),
                    "a column has only one of a default, an identity and a generating expression",
                    "Remove @GeneratedColumn or @Identity.");
        }
        return values.map(found -> new Generated(new Expression(found.text("value")), found.flag("stored", true)));
    }

    private static Optional<String> collation(Optional<Values> column) {
        return column.flatMap(values -> values.given("collation")).map(QualifiedNames::collation);
    }

    private static Optional<String> storage(Optional<Values> column) {
        return column.map(values -> values.constant("storage", ColumnStorage.DEFAULT))
                .filter(storage -> storage != ColumnStorage.DEFAULT).map(Enum::name);
    }

    private static Optional<String> compression(Optional<Values> column) {
        return column.map(values -> values.constant("compression", ColumnCompression.DEFAULT))
                .filter(compression -> compression != ColumnCompression.DEFAULT)
                .map(compression -> compression.name().toLowerCase(Locale.ROOT));
    }

    private OptionalInt statistics(Optional<Values> column, Place place) {
        int target = column.map(values -> values.number("statistics", -1)).orElse(-1);
        if (target < -1 || target > 10000) {
            builder.problems.add("DIBS-0120", place, "a statistics target is between 0 and 10000, not " + target,
                    "Correct @Column(statistics = ...).");
        }
        return target >= 0 ? OptionalInt.of(target) : OptionalInt.empty();
    }
}
