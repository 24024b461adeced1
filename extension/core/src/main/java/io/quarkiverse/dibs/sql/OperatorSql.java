package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Operator;

/** SQL for operators. */
final class OperatorSql implements KindSql<Operator> {

    @Override
    public List<String> create(Operator operator, WriteContext context) {
        return List.of("CREATE OPERATOR " + ObjectNames.operator(operator.id()) + " " + OptionList.of(operator.options()));
    }

    @Override
    public List<String> drop(Operator operator, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(operator.id()));
    }

    @Override
    public List<String> rename(Operator from, ObjectId to, WriteContext context) {
        if (!from.id().name().equals(to.name())) {
            return KindSql.cannotRename(from);
        }
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Operator from, Operator to, Aspect aspect, WriteContext context) {
        if (aspect != Aspect.OPERATOR_ESTIMATORS) {
            return KindSql.cannotAlter(from, aspect);
        }
        SortedMap<String, String> set = new TreeMap<>();
        for (String key : List.of("JOIN", "RESTRICT")) {
            String value = to.options().getOrDefault(key, "NONE");
            if (!value.equals(from.options().getOrDefault(key, "NONE"))) {
                set.put(key, value);
            }
        }
        return List.of(ObjectNames.alter(to.id()) + " SET " + OptionList.of(set));
    }
}
