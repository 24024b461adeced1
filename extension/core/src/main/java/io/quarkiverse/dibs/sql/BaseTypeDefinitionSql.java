package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for what makes base types of shell types. */
final class BaseTypeDefinitionSql implements KindSql<BaseTypeDefinition> {

    @Override
    public List<String> create(BaseTypeDefinition definition, WriteContext context) {
        return List.of("CREATE TYPE " + Identifiers.qualify(definition.id().parent()) + definition.options().entrySet().stream()
                .map(option -> option.getKey() + " = " + option.getValue()).collect(Collectors.joining(", ", " (", ")")));
    }

    /** A type that is defined is no shell any more, and only CASCADE drops it. */
    @Override
    public List<String> drop(BaseTypeDefinition definition, WriteContext context) {
        throw new IllegalArgumentException("no statement takes the definition of " + definition.id().parent() + " away");
    }

    @Override
    public List<String> rename(BaseTypeDefinition from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(BaseTypeDefinition from, BaseTypeDefinition to, Aspect aspect, WriteContext context) {
        if (aspect != Aspect.BASE_TYPE_OPTIONS) {
            return KindSql.cannotAlter(from, aspect);
        }
        return List.of("ALTER TYPE " + Identifiers.qualify(to.id().parent())
                + BaseTypeDefinition.SETTABLE.stream()
                        .filter(name -> !Objects.equals(from.options().get(name), to.options().get(name)))
                        .map(name -> name + " = " + to.options().getOrDefault(name, "NONE"))
                        .collect(Collectors.joining(", ", " SET (", ")")));
    }
}
