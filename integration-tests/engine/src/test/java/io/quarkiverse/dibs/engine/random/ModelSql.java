package io.quarkiverse.dibs.engine.random;

import static io.quarkiverse.dibs.engine.random.Model.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a model down, the way a person would: nothing of the engine is used for it. */
public final class ModelSql {

    private final Model model;
    private final List<String> statements = new ArrayList<>();

    private ModelSql(Model model) {
        this.model = model;
    }

    public static String schema(Model model) {
        ModelSql sql = new ModelSql(model);
        sql.write();
        return sql.statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    /** Five rows for each table that is to have some. */
    public static String rows(Model model) {
        StringBuilder sql = new StringBuilder("SET session_replication_role = replica;\n");
        for (Model.TableModel table : model.tables) {
            List<Model.ColumnModel> columns = table.columns.values().stream().filter(column -> column.generated == null)
                    .toList();
            if (table.rows && !columns.isEmpty()) {
                sql.append("INSERT INTO ").append(table.name.sql()).append(" (")
                        .append(columns.stream().map(column -> quote(column.name)).collect(Collectors.joining(", ")))
                        .append(") OVERRIDING SYSTEM VALUE SELECT ")
                        .append(columns.stream().map(column -> column.type.value()).collect(Collectors.joining(", ")))
                        .append(" FROM generate_series(1, 5) i;\n");
            }
        }
        return sql.append("RESET session_replication_role;\n").toString();
    }

    private void write() {
        model.schemas.stream().filter(schema -> !schema.equals("public"))
                .forEach(schema -> statements.add("CREATE SCHEMA " + quote(schema)));
        for (Model.Enumeration each : model.enums) {
            statements.add("CREATE TYPE " + each.name.sql() + " AS ENUM ("
                    + each.labels.stream().map(ModelSql::literal).collect(Collectors.joining(", ")) + ")");
            comment("TYPE " + each.name.sql(), each.comment);
        }
        for (Model.SequenceModel each : model.sequences) {
            statements.add("CREATE SEQUENCE " + each.name.sql() + each.options);
            comment("SEQUENCE " + each.name.sql(), each.comment);
        }
        if (model.triggerFunction) {
            statements.add("CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$");
        }
        model.tables.forEach(this::table);
        model.tables.forEach(this::foreignKeys);
        for (Model.ViewModel view : model.views) {
            statements
                    .add("CREATE " + (view.materialized() ? "MATERIALIZED " : "") + "VIEW " + view.name().sql() + " AS SELECT "
                            + names(view.columns()) + " FROM " + view.table().sql()
                            + (view.condition() == null ? "" : " WHERE " + view.condition()));
        }
    }

    private void table(Model.TableModel table) {
        List<String> lines = new ArrayList<>();
        table.columns.values().forEach(column -> lines.add(column(column)));
        for (Model.KeyModel key : table.keys) {
            lines.add(
                    "CONSTRAINT " + quote(key.name()) + (key.primary() ? " PRIMARY KEY (" : " UNIQUE (") + names(key.columns())
                            + ")" + (key.include().isEmpty() ? "" : " INCLUDE (" + names(key.include()) + ")") + key.options());
        }
        for (Model.CheckModel check : table.checks) {
            lines.add("CONSTRAINT " + quote(check.name()) + " CHECK (" + check.condition() + ")"
                    + (check.noInherit() ? " NO INHERIT" : ""));
        }
        statements.add("CREATE " + (table.unlogged ? "UNLOGGED " : "") + "TABLE " + table.name.sql() + " (\n    "
                + String.join(",\n    ", lines) + "\n)" + (table.parameters == null ? "" : " WITH (" + table.parameters + ")"));
        comment("TABLE " + table.name.sql(), table.comment);
        table.columns.values()
                .forEach(column -> comment("COLUMN " + table.name.sql() + "." + quote(column.name), column.comment));
        for (Model.IndexModel index : table.indexes) {
            statements.add("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + quote(index.name()) + " ON "
                    + table.name.sql() + " USING " + index.method() + " (" + String.join(", ", index.keys()) + ")"
                    + index.rest());
        }
        if (table.trigger != null) {
            statements.add("CREATE TRIGGER touch " + table.trigger + " ON " + table.name.sql()
                    + " FOR EACH ROW EXECUTE FUNCTION public.touch()");
        }
    }

    private void foreignKeys(Model.TableModel table) {
        for (Model.ForeignKeyModel key : table.foreignKeys) {
            statements.add("ALTER TABLE " + table.name.sql() + " ADD CONSTRAINT " + quote(key.name()) + " FOREIGN KEY ("
                    + names(key.columns()) + ") REFERENCES " + key.table().sql() + " (" + names(key.referenced()) + ")"
                    + key.options());
        }
    }

    private static String column(Model.ColumnModel column) {
        StringBuilder sql = new StringBuilder(quote(column.name)).append(' ').append(column.type.sql());
        if (column.collation != null) {
            sql.append(" COLLATE ").append(column.collation);
        }
        if (column.generated != null) {
            sql.append(" GENERATED ALWAYS AS (").append(column.generated).append(") STORED");
        } else if (column.identity != null) {
            sql.append(" GENERATED ").append(column.identity);
        } else if (column.sequence != null) {
            sql.append(" DEFAULT nextval(").append(literal(column.sequence.sql())).append(")");
        } else if (column.defaultValue != null) {
            sql.append(" DEFAULT ").append(parenthesized(column.defaultValue));
        }
        return sql.append(column.notNull ? " NOT NULL" : "").toString();
    }

    private static String parenthesized(String value) {
        return value.startsWith("'") && value.indexOf('|') < 0 ? value : "(" + value + ")";
    }

    private void comment(String on, String comment) {
        if (comment != null) {
            statements.add("COMMENT ON " + on + " IS " + literal(comment));
        }
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Model::quote).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
