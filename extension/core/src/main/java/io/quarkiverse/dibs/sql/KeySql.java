package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** The text of primary keys and unique constraints, and the SQL for the index behind them. */
final class KeySql {

    private KeySql() {
    }

    static String body(PrimaryKey key, WriteContext context) {
        return body("PRIMARY KEY ", key.columns(), key.withoutOverlaps(), key.include(), key.storageParameters(),
                key.tablespace(), key.deferrability(), context);
    }

    static String body(UniqueConstraint key, WriteContext context) {
        String words = key.nullsNotDistinct() && context.usingIndex().isEmpty() ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ";
        return body(words, key.columns(), key.withoutOverlaps(), key.include(), key.storageParameters(), key.tablespace(),
                key.deferrability(), context);
    }

    private static String body(String words, List<String> columns, boolean withoutOverlaps, List<String> include,
            SortedMap<String, String> storageParameters, Optional<String> tablespace, Deferrability deferrability,
            WriteContext context) {
        if (context.usingIndex().isPresent()) {
            return words + "USING INDEX " + Identifiers.quote(context.usingIndex().get())
                    + ConstraintSql.deferrability(deferrability);
        }
        StringBuilder sql = new StringBuilder(words).append("(").append(Identifiers.list(columns))
                .append(withoutOverlaps ? " WITHOUT OVERLAPS)" : ")");
        if (!include.isEmpty()) {
            sql.append(" INCLUDE (").append(Identifiers.list(include)).append(")");
        }
        if (!storageParameters.isEmpty()) {
            sql.append(" WITH ").append(Literals.storageParameters(storageParameters));
        }
        tablespace.ifPresent(space -> sql.append(" USING INDEX TABLESPACE ").append(Identifiers.quote(space)));
        return sql.append(ConstraintSql.deferrability(deferrability)).toString();
    }

    /** The index of the key has the key's name and its table's schema. */
    static List<String> alterStorage(ObjectId key, SortedMap<String, String> from, SortedMap<String, String> to) {
        return Literals.storageChange(from, to).stream().map(action -> alterIndex(key) + action).toList();
    }

    static List<String> alterTablespace(ObjectId key, Optional<String> tablespace) {
        return List.of(alterIndex(key) + "SET TABLESPACE " + Identifiers.quote(tablespace.orElse("pg_default")));
    }

    private static String alterIndex(ObjectId key) {
        return "ALTER INDEX " + Identifiers.qualify(key.schema(), key.name()) + " ";
    }
}
