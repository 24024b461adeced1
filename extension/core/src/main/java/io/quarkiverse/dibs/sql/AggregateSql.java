package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for aggregates. */
final class AggregateSql implements KindSql<Aggregate> {

    @Override
    public List<String> create(Aggregate aggregate, WriteContext context) {
        return List.of("CREATE AGGREGATE " + definition(aggregate));
    }

    @Override
    public List<String> drop(Aggregate aggregate, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(aggregate.id()));
    }

    @Override
    public List<String> rename(Aggregate from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Aggregate from, Aggregate to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.AGGREGATE_DEFINITION ? List.of("CREATE OR REPLACE AGGREGATE " + definition(to))
                : KindSql.cannotAlter(from, aspect);
    }

    private static String definition(Aggregate aggregate) {
        return Identifiers.qualify(aggregate.id()) + "(" + (aggregate.signature().isBlank() ? "*" : aggregate.signature())
                + ") " + OptionList.of(aggregate.options());
    }
}
