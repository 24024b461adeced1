package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** SQL for how the columns of a materialized view and the expressions of an index are stored and sampled. */
final class ColumnSettingsSql implements KindSql<ColumnSettings> {

    @Override
    public List<String> create(ColumnSettings settings, WriteContext context) {
        return change(none(settings), settings, context);
    }

    @Override
    public List<String> drop(ColumnSettings settings, WriteContext context) {
        return change(settings, none(settings), context);
    }

    @Override
    public List<String> rename(ColumnSettings from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(ColumnSettings from, ColumnSettings to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.COLUMN_SETTINGS ? change(from, to, context) : KindSql.cannotAlter(from, aspect);
    }

    private static ColumnSettings none(ColumnSettings settings) {
        return new ColumnSettings(settings.id(), settings.type(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                new TreeMap<>());
    }

    private static List<String> change(ColumnSettings from, ColumnSettings to, WriteContext context) {
        ObjectId parent = to.id().parent();
        // an index knows its columns by their numbers
        String head = ObjectNames.alter(parent) + " ALTER COLUMN "
                + (parent.kind() == ObjectKind.INDEX ? to.id().name() : Identifiers.quote(to.id().name())) + " ";
        List<String> statements = new ArrayList<>();
        if (!from.storage().equals(to.storage())) {
            String initial = context.major() >= 16 ? "DEFAULT" : to.type().map(ColumnSql::initialStorage).orElseThrow();
            statements.add(head + "SET STORAGE " + to.storage().orElse(initial));
        }
        if (!from.compression().equals(to.compression())) {
            statements.add(head + "SET COMPRESSION " + to.compression().map(Identifiers::quote).orElse("default"));
        }
        if (!from.statisticsTarget().equals(to.statisticsTarget())) {
            statements.add(head + "SET STATISTICS " + to.statisticsTarget().orElse(-1));
        }
        if (!from.options().equals(to.options())) {
            Literals.storageChange(from.options(), to.options()).forEach(action -> statements.add(head + action));
        }
        return statements;
    }
}
