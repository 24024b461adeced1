package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
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
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(RangeType from, RangeType to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }

    /** @param renamed what the range type is called already */
    static List<String> renameWhatComesWith(RangeType type, ObjectId renamed, UnaryOperator<String> names) {
        List<String> statements = new ArrayList<>();
        String range = Identifiers.qualify(type.id());
        List.of(type.subtype() + ", " + type.subtype(), type.subtype() + ", " + type.subtype() + ", text")
                .forEach(arguments -> statements.add(rename("FUNCTION " + range + "(" + arguments + ")", renamed.name())));
        type.multirangeName().ifPresent(name -> {
            String multirange = multirange(type, name);
            String other = names.apply(name);
            statements.add(rename("TYPE " + multirange, other));
            List.of("", Identifiers.qualify(renamed), Identifiers.qualify(renamed) + "[]")
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
