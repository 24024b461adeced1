package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.OperatorFamily;

/** SQL for operator families and their loose members. */
final class OperatorFamilySql implements KindSql<OperatorFamily> {

    @Override
    public List<String> create(OperatorFamily family, WriteContext context) {
        List<String> statements = new ArrayList<>(List.of("CREATE " + ObjectNames.of(family.id())));
        if (!family.members().isEmpty()) {
            statements.add(add(family.id(), family.members()));
        }
        return statements;
    }

    @Override
    public List<String> drop(OperatorFamily family, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(family.id()));
    }

    @Override
    public List<String> rename(OperatorFamily from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(OperatorFamily from, OperatorFamily to, Aspect aspect, WriteContext context) {
        if (aspect != Aspect.OPERATOR_FAMILY_MEMBERS) {
            return KindSql.cannotAlter(from, aspect);
        }
        return List.of(add(to.id(), to.members().stream().filter(member -> !from.members().contains(member)).toList()));
    }

    private static String add(ObjectId family, List<String> members) {
        return ObjectNames.alter(family) + " ADD " + String.join(", ", members);
    }
}
