package io.quarkiverse.dibs.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

/**
 * The schema that everything is measured with: tables of ten columns, a primary key, two indexes and a foreign key to the table
 * before. The same shape as SQL and as a model. Some tables can be changed in four ways each.
 */
final class Shape {

    /** Name, type, not null, default. */
    private static final String[][] COLUMNS = {
            { "id", "bigint", "not null", null },
            { "parent_id", "bigint", "", null },
            { "name", "text", "not null", null },
            { "email", "character varying(200)", "not null", null },
            { "state", "integer", "not null", "0" },
            { "amount", "numeric(12,2)", "", null },
            { "note", "text", "", null },
            { "active", "boolean", "not null", "true" },
            { "created_at", "timestamp with time zone", "not null", "now()" },
            { "token", "uuid", "", null } };

    private Shape() {
    }

    private static String name(int table) {
        return "table_%05d".formatted(table);
    }

    /** The statements that create the tables in schema public, a hundred tables a text. */
    static List<String> sql(int tables) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            String name = name(i);
            text.append("CREATE TABLE ").append(name).append(" (");
            for (String[] column : COLUMNS) {
                text.append(column[0]).append(' ').append(column[1]).append(' ').append(column[2])
                        .append(column[3] == null ? "" : " DEFAULT " + column[3]).append(", ");
            }
            text.append("CONSTRAINT ").append(name).append("_pkey PRIMARY KEY (id), CONSTRAINT ").append(name)
                    .append("_parent FOREIGN KEY (parent_id) REFERENCES ").append(name(Math.max(0, i - 1))).append(" (id));\n")
                    .append("CREATE INDEX ").append(name).append("_email ON ").append(name).append(" (email);\n")
                    .append("CREATE INDEX ").append(name).append("_state ON ").append(name).append(" (state, created_at);\n");
            if (i % 100 == 99 || i == tables - 1) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    /** The statements that change every hundredth table in four ways: 10 of 1,000. */
    static String changes(int tables) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tables; i += 100) {
            String name = name(i);
            text.append("ALTER TABLE ").append(name).append(" ADD COLUMN added integer;\n")
                    .append("ALTER TABLE ").append(name).append(" ALTER COLUMN note SET NOT NULL;\n")
                    .append("ALTER TABLE ").append(name).append(" ALTER COLUMN state SET DEFAULT 1;\n")
                    .append("DROP INDEX ").append(name).append("_email;\n");
        }
        return text.toString();
    }

    /** The tables as a model; {@code changed} with the changes of {@link #changes}. */
    static Schema schema(int tables, boolean changed) {
        Schema.Builder schema = Schema.builder();
        schema.add(new Namespace(ObjectId.namespace("public")));
        for (int i = 0; i < tables; i++) {
            table(schema, i, changed && i % 100 == 0);
        }
        return schema.build();
    }

    private static void table(Schema.Builder schema, int i, boolean changed) {
        ObjectId table = ObjectId.table("public", name(i));
        schema.add(Table.plain(table));
        int position = 0;
        for (String[] column : COLUMNS) {
            ObjectId id = ObjectId.column(table, column[0]);
            boolean notNull = !column[2].isEmpty() || changed && column[0].equals("note");
            schema.add(Column.of(id, ++position, new SqlType(column[1]), notNull));
            if (column[3] != null) {
                String value = changed && column[0].equals("state") ? "1" : column[3];
                schema.add(new ColumnDefault(ColumnDefault.idOf(id), new Expression(value)));
            }
        }
        ObjectId key = ObjectId.part(ObjectKind.PRIMARY_KEY, table, name(i) + "_pkey");
        schema.add(PrimaryKey.simple(key, List.of("id")));
        ObjectId parent = ObjectId.table("public", name(Math.max(0, i - 1)));
        ObjectId foreignKey = ObjectId.part(ObjectKind.FOREIGN_KEY, table, name(i) + "_parent");
        schema.add(ForeignKey.simple(foreignKey, List.of("parent_id"), parent, List.of("id")));
        schema.dependency(foreignKey, ObjectId.part(ObjectKind.PRIMARY_KEY, parent, parent.name() + "_pkey"));
        index(schema, table, "_state", List.of("state", "created_at"));
        if (changed) {
            schema.add(Column.of(ObjectId.column(table, "added"), position + 1, new SqlType("integer"), false));
        } else {
            index(schema, table, "_email", List.of("email"));
        }
    }

    private static void index(Schema.Builder schema, ObjectId table, String suffix, List<String> columns) {
        schema.add(new Index(ObjectId.inSchema(ObjectKind.INDEX, table.schema(), table.name() + suffix), table, "btree", false,
                false, columns.stream().map(Index.Key::of).toList(), List.of(), java.util.Optional.empty(), new TreeMap<>(),
                java.util.Optional.empty(), true));
    }
}
