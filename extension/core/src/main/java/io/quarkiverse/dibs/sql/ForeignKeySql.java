package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ReferentialAction;

/** SQL for foreign keys. A key of a partitioned table is always its partitions' too, so ONLY is not written. */
final class ForeignKeySql implements KindSql<ForeignKey> {

    @Override
    public List<String> create(ForeignKey key, WriteContext context) {
        return ConstraintSql.add(key, context.withOnly(false));
    }

    @Override
    public List<String> drop(ForeignKey key, WriteContext context) {
        return ConstraintSql.drop(key, context.withOnly(false));
    }

    @Override
    public List<String> rename(ForeignKey from, ObjectId to, WriteContext context) {
        return ConstraintSql.rename(from, to);
    }

    @Override
    public List<String> alter(ForeignKey from, ForeignKey to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id().parent()) + " ALTER CONSTRAINT " + Identifiers.quote(to.id().name());
        return switch (aspect) {
            case FOREIGN_KEY_VALIDATED -> ConstraintSql.validate(to.id());
            case FOREIGN_KEY_DEFERRABILITY -> List.of(alter + switch (to.deferrability()) {
                case NOT_DEFERRABLE -> " NOT DEFERRABLE";
                case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
                case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
            });
            case FOREIGN_KEY_ENFORCED -> List.of(alter + (to.enforced() ? " ENFORCED" : " NOT ENFORCED"));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    static String body(ForeignKey key, WriteContext context) {
        return "FOREIGN KEY (" + columns(key.columns(), key.period()) + ") REFERENCES "
                + Identifiers.qualify(key.referencedTable())
                + (key.referencedColumns().isEmpty() ? "" : " (" + columns(key.referencedColumns(), key.period()) + ")")
                + (key.matchFull() ? " MATCH FULL" : "")
                + action(" ON UPDATE ", key.onUpdate())
                + action(" ON DELETE ", key.onDelete())
                + (key.setColumns().isEmpty() ? "" : " (" + Identifiers.list(key.setColumns()) + ")")
                + ConstraintSql.deferrability(key.deferrability())
                + CheckSql.validity(key.enforced(), key.validated(), context);
    }

    private static String columns(List<String> names, boolean period) {
        if (!period) {
            return Identifiers.list(names);
        }
        int last = names.size() - 1;
        String leading = Identifiers.list(names.subList(0, last));
        return leading + (leading.isEmpty() ? "" : ", ") + "PERIOD " + Identifiers.quote(names.get(last));
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }
}
