package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.OperatorClass;

/** SQL for operator classes. */
final class OperatorClassSql implements KindSql<OperatorClass> {

    @Override
    public List<String> create(OperatorClass operatorClass, WriteContext context) {
        return List.of("CREATE OPERATOR CLASS " + Identifiers.qualify(operatorClass.id())
                + (operatorClass.isDefault() ? " DEFAULT" : "") + " FOR TYPE " + operatorClass.type() + " USING "
                + Identifiers.quote(operatorClass.method()) + " FAMILY " + Identifiers.qualify(operatorClass.family())
                + " AS " + String.join(", ", operatorClass.members()));
    }

    @Override
    public List<String> drop(OperatorClass operatorClass, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(operatorClass.id()));
    }

    @Override
    public List<String> rename(OperatorClass from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(OperatorClass from, OperatorClass to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
