package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.RangeType;

/** SQL for range types. */
final class RangeSql implements KindSql<RangeType> {

    @Override
    public List<String> create(RangeType type, WriteContext context) {
        List<String> options = new ArrayList<>(List.of("subtype = " + type.subtype()));
        type.operatorClass().ifPresent(name -> options.add("subtype_opclass = " + name));
        type.collation().ifPresent(name -> options.add("collation = " + name));
        type.canonical().ifPresent(name -> options.add("canonical = " + name));
        type.subtypeDiff().ifPresent(name -> options.add("subtype_diff = " + name));
        type.multirangeName().ifPresent(name -> options.add("multirange_type_name = " + multirange(type, name)));
        return List.of("CREATE TYPE " + Identifiers.qualify(type.id()) + " AS RANGE (" + String.join(", ", options) + ")");
    }

    @Override
    public List<String> drop(RangeType type, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(type.id()));
    }

    @Override
    public List<String> rename(RangeType from, ObjectId to, WriteContext context) {
        List<String> statements = new ArrayList<>(ObjectNames.rename(from.id(), to));
        // the functions that make values of it keep their name and schema, and so does the type that comes with it
        ranges(from).forEach(arguments -> statements.addAll(
                ObjectNames.rename(routine(from.id(), arguments), routine(to, arguments))));
        boolean moves = !from.id().schema().equals(to.schema());
        from.multirangeName()
                .filter(name -> moves && multirange(from, name).equals(Identifiers.qualify(from.id().withName(name))))
                .map(name -> from.id().withName(name)).ifPresent(multirange -> {
                    ObjectId there = multirange.withSchema(to.schema());
                    statements.addAll(ObjectNames.rename(multirange, there));
                    multiranges(to).forEach(arguments -> statements.addAll(
                            ObjectNames.rename(routine(multirange, arguments), routine(there, arguments))));
                });
        return statements;
    }

    private static ObjectId routine(ObjectId type, String arguments) {
        return ObjectId.overloaded(ObjectKind.ROUTINE, type.schema(), type.name(), arguments);
    }

    /** The arguments of the functions that make values of a range type. */
    private static List<String> ranges(RangeType type) {
        return List.of(type.subtype() + ", " + type.subtype(), type.subtype() + ", " + type.subtype() + ", text");
    }

    /** The arguments of the functions that make values of the type that comes with it. */
    private static List<String> multiranges(ObjectId range) {
        return List.of("", Identifiers.qualify(range), Identifiers.qualify(range) + "[]");
    }

    @Override
    public List<String> alter(RangeType from, RangeType to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }

    /** @param renamed what the range type is called already */
    static List<String> renameWhatComesWith(RangeType type, ObjectId renamed, UnaryOperator<String> names) {
        List<String> statements = new ArrayList<>();
        type.multirangeName().ifPresent(name -> {
            String multirange = multirange(type, name);
            String other = names.apply(name);
            statements.add(rename("TYPE " + multirange, other));
            multiranges(renamed)
                    .forEach(arguments -> statements.add(rename("FUNCTION " + multirange + "(" + arguments + ")", other)));
        });
        return statements;
    }

    private static String rename(String object, String name) {
        return "ALTER " + object + " RENAME TO " + Identifiers.quote(name);
    }

    private static String multirange(RangeType type, String name) {
        return name.contains(".") || name.startsWith("\"") ? name : Identifiers.qualify(type.id().schema(), name);
    }
}
