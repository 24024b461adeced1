package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.StatisticsObject;

/** SQL for extended statistics. */
final class StatisticsSql implements KindSql<StatisticsObject> {

    @Override
    public List<String> create(StatisticsObject statistics, WriteContext context) {
        List<String> statements = new ArrayList<>(List.of(Texts.create(statistics.definition())));
        statistics.target().ifPresent(target -> statements.add(target(statistics)));
        return statements;
    }

    @Override
    public List<String> drop(StatisticsObject statistics, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(statistics.id()));
    }

    @Override
    public List<String> rename(StatisticsObject from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(StatisticsObject from, StatisticsObject to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.STATISTICS_TARGET ? List.of(target(to)) : KindSql.cannotAlter(from, aspect);
    }

    private static String target(StatisticsObject statistics) {
        return ObjectNames.alter(statistics.id()) + " SET STATISTICS " + statistics.target().orElse(-1);
    }
}
