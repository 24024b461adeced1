package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.TypeConversion;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * How the values of a column get into its new type: by what was said for it, by Postgres' own cast, by their text where that
 * loses nothing, and attribute by attribute where a composite type gets another form. Where there is no way, it says so.
 */
final class Conversions {

    private final PlanOptions options;
    private final Replacements replacements;
    private final Map<String, ObjectId> typesBefore;
    private final Map<String, ObjectId> typesAfter;
    private final Schema from;
    private final Schema to;
    private final Set<String> casts;
    private final Map<ObjectId, ObjectId> formerNames = new HashMap<>();

    Conversions(Diff diff, PlanOptions options, Replacements replacements) {
        this.options = options;
        this.replacements = replacements;
        diff.renames().renames().forEach((former, present) -> formerNames.put(present, former));
        this.from = diff.from();
        this.to = diff.to();
        this.typesBefore = types(from);
        this.typesAfter = types(to);
        this.casts = from.all(Cast.class).map(cast -> cast(cast.source().name(), cast.target().name()))
                .collect(Collectors.toCollection(HashSet::new));
        casts.addAll(from.castable());
        casts.addAll(to.castable());
    }

    private static Map<String, ObjectId> types(Schema schema) {
        Map<String, ObjectId> types = new HashMap<>();
        Stream.<Class<? extends DbObject>> of(EnumType.class, CompositeType.class, RangeType.class, DomainType.class)
                .flatMap(schema::all).map(DbObject::id)
                .forEach(id -> types.put(Identifiers.qualify(id.schema(), id.name()), id));
        // the values of a multirange are as those of its range
        schema.all(RangeType.class).forEach(range -> range.multirangeName()
                .ifPresent(name -> types.put(Identifiers.qualify(range.id().schema(), name), range.id())));
        return types;
    }

    private static String cast(String source, String target) {
        return source + " AS " + target;
    }

    /**
     * @throws DibsException DIBS-0403 naming every column whose values cannot become values of its new type
     */
    void requirePossible() {
        List<String> impossible = new ArrayList<>();
        Stream.concat(
                replacements.altered().values().stream().flatMap(List::stream)
                        .filter(alteration -> alteration.aspect() == Aspect.COLUMN_TYPE
                                && !replacements.heldRows().frees(alteration))
                        .map(alteration -> (Column) alteration.to()),
                replacements.swapped().stream().flatMap(id -> to.find(id, Column.class).stream()))
                .filter(column -> isImpossible(replacements.before(column.id(), Column.class), column))
                .forEach(column -> impossible.add(column.id().display() + " from "
                        + replacements.before(column.id(), Column.class).type() + " to " + column.type()
                        + (replacements.before(column.id(), Column.class).type().equals(column.type()) ? " as it is to be"
                                : "")));
        if (!impossible.isEmpty()) {
            String example = impossible.get(0).substring(0, impossible.get(0).indexOf(' '));
            throw new DibsException(Problem.of("DIBS-0403", Category.REFUSED,
                    "Postgres has no cast for the values of " + String.join(" and of ", impossible))
                    .remedy("Say how a value becomes one of the new type, with @Column(using = ...) or --using '" + example
                            + "=EXPRESSION'."));
        }
    }

    private boolean isImpossible(Column before, Column after) {
        if (options.conversions().containsKey(after.id()) || isWithoutValues(after)) {
            return false;
        }
        ObjectId table = before.id().parent();
        boolean heeded = options.refusesCastless() || options.withRows().contains(formerNames.getOrDefault(table, table));
        return heeded && (replacements.heldRows().isMisread(after) || how(before.type(), after.type()) == How.NONE
                || isMisplaced(before.type(), after.type()));
    }

    /**
     * Whether values would get into the attributes of others without a word: the text of a composite value says its attributes
     * in order, and an array or a domain over one goes by its text.
     */
    private boolean isMisplaced(SqlType before, SqlType after) {
        How how = how(before, after);
        Optional<CompositeType> old = composite(before, from, typesBefore);
        Optional<CompositeType> wanted = composite(after, to, typesAfter);
        if (how == How.ASSIGNMENT || how == How.CAST || old.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        boolean byText = how != How.ATTRIBUTES;
        if (byText && !names(old.get()).equals(names(wanted.get()))) {
            return true;
        }
        Map<String, SqlType> present = types(old.get());
        return wanted.get().attributes().stream().filter(attribute -> present.containsKey(attribute.name()))
                .anyMatch(attribute -> isMisplaced(present.get(attribute.name()), attribute.type())
                        || byText && how(present.get(attribute.name()), attribute.type()) == How.ATTRIBUTES
                                && !sameNames(present.get(attribute.name()), attribute.type()));
    }

    private boolean sameNames(SqlType before, SqlType after) {
        return composite(before, from, typesBefore).map(Conversions::names)
                .equals(composite(after, to, typesAfter).map(Conversions::names));
    }

    /** The composite type that the type is, is an array of, or is a domain over. */
    private static Optional<CompositeType> composite(SqlType type, Schema schema, Map<String, ObjectId> types) {
        ObjectId id = types.get(element(type));
        if (id == null) {
            return Optional.empty();
        }
        return id.kind() == ObjectKind.DOMAIN
                ? composite(schema.find(id, DomainType.class).orElseThrow().baseType(), schema, types)
                : schema.find(id, CompositeType.class);
    }

    private static Map<String, SqlType> types(CompositeType type) {
        return type.attributes().stream()
                .collect(Collectors.toMap(CompositeType.Attribute::name, CompositeType.Attribute::type));
    }

    /** The {@code USING} expression of a change of a column's type; absent where Postgres converts by itself. */
    Optional<Expression> of(Alteration alteration) {
        Column column = (Column) alteration.to();
        String value = Identifiers.quote(column.id().name());
        if (replacements.heldRows().frees(alteration)) {
            return Optional.of(new Expression(value + "::text"));
        } else if (replacements.heldRows().returns(alteration) && !options.conversions().containsKey(column.id())) {
            return Optional.of(replacements.heldRows().isMisread(column) ? failing(value, column)
                    : replacements.heldRows().row(column));
        }
        return of(column);
    }

    private Optional<Expression> of(Column column) {
        return of(column, Identifiers.quote(column.id().name()));
    }

    /** What makes the value of a column that was moved out of the way the value of the one that takes its place. */
    Expression ofMoved(Column column) {
        String value = Identifiers.quote(TemporaryNames.of(column.id(), from, to).name());
        return of(column, value).orElse(new Expression(value));
    }

    private Optional<Expression> of(Column column, String value) {
        if (isWithoutValues(column)) {
            return Optional.empty();
        }
        String said = options.conversions().get(column.id());
        if (said != null) {
            return Optional.of(new Expression(said));
        }
        Column before = replacements.before(column.id(), Column.class);
        if (isMisplaced(before.type(), column.type())) {
            return Optional.of(failing(value, column));
        }
        return how(before.type(), column.type()) == How.ASSIGNMENT ? Optional.empty()
                : Optional.of(new Expression(converted(value, before.type(), column.type())));
    }

    /**
     * For a table without rows whose plan may run where there are some: the text of no value is one of the new type. It is
     * made of a value, so that Postgres does not compute it where there is none.
     */
    private static Expression failing(String value, Column column) {
        return new Expression("('say how " + column.id().name().replace("'", "''") + " gets its new type: ' || " + value
                + "::text)::" + column.type());
    }

    /** Whether no values are here that would have to be converted: they are computed, or on another server. */
    private static boolean isWithoutValues(Column column) {
        return column.generated().isPresent() || column.id().parent().kind() == ObjectKind.FOREIGN_TABLE;
    }

    private enum How {
        ASSIGNMENT,
        CAST,
        TEXT,
        ATTRIBUTES,
        /** Through the text, in which nobody has put trust. */
        NONE
    }

    private String converted(String value, SqlType before, SqlType after) {
        return switch (how(before, after)) {
            case ASSIGNMENT, CAST -> value + "::" + after;
            case TEXT, NONE -> value + "::text" + (isArray(before) && isArray(after) ? "[]" : "") + "::" + after;
            case ATTRIBUTES -> byAttributes(value, before, after);
        };
    }

    private String byAttributes(String value, SqlType before, SqlType after) {
        CompositeType old = from.find(typesBefore.get(before.name()), CompositeType.class).orElseThrow();
        Map<String, SqlType> present = types(old);
        CompositeType wanted = to.find(typesAfter.get(after.name()), CompositeType.class).orElseThrow();
        String row = wanted.attributes().stream()
                .map(attribute -> present.containsKey(attribute.name())
                        ? attribute("(" + value + ")." + Identifiers.quote(attribute.name()), present.get(attribute.name()),
                                attribute.type())
                        : "NULL")
                .collect(Collectors.joining(", ", "ROW(", ")::" + after));
        // a row of nulls is not null
        return "CASE WHEN " + value + " IS DISTINCT FROM NULL THEN " + row + " END";
    }

    private String attribute(String value, SqlType before, SqlType after) {
        return before.equals(after) && !isMoved(before) ? value : converted(value, before, after);
    }

    private How how(SqlType before, SqlType after) {
        ObjectId own = typesBefore.get(element(before));
        ObjectId wanted = typesAfter.get(element(after));
        ObjectKind kind = own == null ? null : own.kind();
        if (own != null && wanted != null && kind == wanted.kind() && isArray(before) == isArray(after)) {
            if (before.equals(after) && !isMoved(before)) {
                return How.ASSIGNMENT;
            }
            if (kind == ObjectKind.COMPOSITE) {
                return isArray(after) ? arrayOfRows(own, wanted) : How.ATTRIBUTES;
            }
            if (kind != ObjectKind.DOMAIN || before.equals(after)) {
                return How.TEXT;
            }
        }
        // a domain converts as what it is made of
        SqlType made = base(before, from, typesBefore);
        SqlType target = base(after, to, typesAfter);
        TypeConversion.How how = new TypeConversion(made, target).how();
        boolean castable = casts.contains(cast(before.name(), after.name()))
                || casts.contains(cast(made.name(), target.name()));
        boolean noCastOfOurs = how == TypeConversion.How.EXPLICIT && !TypeConversion.isString(made) && !castable
                && (isOpaque(made, typesBefore) || isOpaque(target, typesAfter));
        return noCastOfOurs ? How.NONE : switch (how) {
            case ASSIGNMENT -> How.ASSIGNMENT;
            case EXPLICIT -> How.CAST;
            case THROUGH_TEXT -> castable ? How.CAST : How.NONE;
        };
    }

    /** An array is not taken apart; its text says the attributes in order, so they have to be the same ones. */
    private How arrayOfRows(ObjectId own, ObjectId wanted) {
        return names(from.find(own, CompositeType.class).orElseThrow())
                .equals(names(to.find(wanted, CompositeType.class).orElseThrow())) ? How.TEXT : How.NONE;
    }

    private static List<String> names(CompositeType composite) {
        return composite.attributes().stream().map(CompositeType.Attribute::name).toList();
    }

    /** Whether the type is built anew under what is of it. */
    private boolean isMoved(SqlType type) {
        ObjectId id = typesBefore.get(element(type));
        return id != null && replacements.swapped().contains(id);
    }

    /** What only a cast of the schema's own or of an extension converts: neither Postgres' own type nor a domain. */
    private static boolean isOpaque(SqlType type, Map<String, ObjectId> types) {
        ObjectId own = types.get(element(type));
        return own == null ? element(type).contains(".") : own.kind() != ObjectKind.DOMAIN;
    }

    private static SqlType base(SqlType type, Schema schema, Map<String, ObjectId> types) {
        return Optional.ofNullable(types.get(element(type))).flatMap(id -> schema.find(id, DomainType.class))
                .map(domain -> base(domain.baseType(), schema, types))
                .map(made -> isArray(type) ? new SqlType(made.name() + "[]") : made).orElse(type);
    }

    private static boolean isArray(SqlType type) {
        return type.name().endsWith("[]");
    }

    private static String element(SqlType type) {
        return isArray(type) ? type.name().substring(0, type.name().length() - 2) : type.name();
    }
}
