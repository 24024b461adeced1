package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.View;

/**
 * What takes every column that a table has when it is created. Who inserts {@code ON CONFLICT} needs them all, since the row
 * EXCLUDED has them (manual, INSERT; seen in pg_depend); who gives them names of its own, {@code FROM t AS x(a, b)}, gives them
 * by their places. So columns that go do that first.
 */
final class EveryColumn {

    private static final String ON_CONFLICT = "ON CONFLICT";
    private static final String SQL_BODY = "\nBEGIN ATOMIC";
    private static final String NAME = "(?:\"(?:[^\"]|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    /** A relation or a call, its name in the query, and behind that, without a space, the names of its columns. */
    private static final Pattern ALIASES = Pattern.compile("(?:" + NAME + "\\." + NAME + "|\\)(?: WITH ORDINALITY)?) " + NAME
            + "\\(" + NAME + "[,)]");

    private EveryColumn() {
    }

    /** Whether the object, put in the place of its former self, would go on needing a column that is to be dropped. */
    static boolean wouldKeep(DbObject wanted, ObjectId needed) {
        return needed.kind() == ObjectKind.COLUMN && isTakenBy(wanted);
    }

    private static boolean isTakenBy(DbObject object) {
        if (object instanceof View view) {
            return hasAliases(view.query().sql());
        } else if (object instanceof MaterializedView view) {
            return hasAliases(view.query().sql());
        } else if (object instanceof Rule rule) {
            return rule.definition().sql().contains(ON_CONFLICT) || hasAliases(rule.definition().sql());
        }
        return object instanceof Routine routine && routine.definition().sql().contains(SQL_BODY)
                && (routine.definition().sql().contains(ON_CONFLICT) || hasAliases(routine.definition().sql()));
    }

    private static boolean hasAliases(String sql) {
        return ALIASES.matcher(sql).find();
    }

    static void order(List<Action> actions, Dependencies after) {
        Map<ObjectId, List<Action>> columnDrops = actions.stream()
                .filter(action -> action.type == Action.Type.DROP && action.id.kind() == ObjectKind.COLUMN)
                .collect(Collectors.groupingBy(action -> action.id.parent()));
        if (columnDrops.isEmpty()) {
            return;
        }
        for (Action action : actions) {
            if (action.after != null && isTakenBy(action.after)) {
                after.of(action.after.id()).stream().map(EveryColumn::table).distinct()
                        .flatMap(table -> columnDrops.getOrDefault(table, List.of()).stream())
                        .forEach(drop -> action.needs(drop, () -> action.id + " takes every column that is there"));
            }
        }
    }

    private static ObjectId table(ObjectId needed) {
        return needed.kind() == ObjectKind.COLUMN ? needed.parent() : needed;
    }
}
