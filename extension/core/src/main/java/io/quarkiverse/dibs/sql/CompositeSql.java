package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for composite types that stand alone. */
final class CompositeSql implements KindSql<CompositeType> {

    @Override
    public List<String> create(CompositeType type, WriteContext context) {
        return List.of("CREATE TYPE " + Identifiers.qualify(type.id()) + " AS ("
                + type.attributes().stream().map(CompositeSql::attribute).collect(Collectors.joining(", ")) + ")");
    }

    @Override
    public List<String> drop(CompositeType type, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(type.id()));
    }

    @Override
    public List<String> rename(CompositeType from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(CompositeType from, CompositeType to, Aspect aspect, WriteContext context) {
        if (aspect != Aspect.COMPOSITE_ATTRIBUTES) {
            return KindSql.cannotAlter(from, aspect);
        }
        Map<String, CompositeType.Attribute> before = new TreeMap<>();
        from.attributes().forEach(attribute -> before.put(attribute.name(), attribute));
        Map<String, CompositeType.Attribute> after = new TreeMap<>();
        to.attributes().forEach(attribute -> after.put(attribute.name(), attribute));
        List<String> actions = new ArrayList<>();
        from.attributes().stream().filter(attribute -> !after.containsKey(attribute.name()))
                .forEach(attribute -> actions.add("DROP ATTRIBUTE " + Identifiers.quote(attribute.name())));
        for (CompositeType.Attribute attribute : to.attributes()) {
            CompositeType.Attribute old = before.get(attribute.name());
            if (old == null) {
                actions.add("ADD ATTRIBUTE " + attribute(attribute));
            } else if (!old.equals(attribute)) {
                actions.add("ALTER ATTRIBUTE " + Identifiers.quote(attribute.name()) + " TYPE " + type(attribute));
            }
        }
        return List.of(ObjectNames.alter(to.id()) + " " + String.join(", ", actions));
    }

    private static String attribute(CompositeType.Attribute attribute) {
        return Identifiers.quote(attribute.name()) + " " + type(attribute);
    }

    private static String type(CompositeType.Attribute attribute) {
        return attribute.type() + attribute.collation().map(collation -> " COLLATE " + collation).orElse("");
    }
}
