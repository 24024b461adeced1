package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;

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

    static String renameMultirange(RangeType type, String from, String to) {
        return "ALTER TYPE " + multirange(type, from) + " RENAME TO " + Identifiers.quote(to);
    }

    private static String multirange(RangeType type, String name) {
        return name.contains(".") || name.startsWith("\"") ? name : Identifiers.qualify(type.id().schema(), name);
    }
}
