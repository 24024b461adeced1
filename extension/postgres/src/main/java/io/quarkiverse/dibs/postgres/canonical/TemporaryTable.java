package io.quarkiverse.dibs.postgres.canonical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;

/** The statements that make one table with its open texts in the temporary schema. Runs nothing itself. */
final class TemporaryTable {

    /** The name of a sequence where a string holds one. */
    private static final Pattern SEQUENCE_CALL = Pattern.compile("(?i)\\b(nextval|currval|setval)\\s*\\(\\s*'((?:[^']|'')*+)'");

    private static final String DEFAULT = "default";
    private static final String CHECK = "check";
    private static final String GENERATED = "generating expression";

    private final Schema schema;
    private final ObjectId table;
    private final ObjectId temporary;
    private final Set<ObjectId> open;
    private final Map<String, String> substitutes;
    private final Tokens tokens;
    private final WriteContext context;

    TemporaryTable(Schema schema, ObjectId table, Set<ObjectId> open, Map<String, String> substitutes, Tokens tokens,
            WriteContext context) {
        this.schema = schema;
        this.table = table;
        this.temporary = ObjectId.table("pg_temp", table.name());
        this.open = open;
        this.substitutes = substitutes;
        this.tokens = tokens;
        this.context = context;
    }

    /** As few statements as can be: in CREATE TABLE, unlike ALTER TABLE, the server says where in a text it stumbles. */
    List<Piece> together() {
        Map<ObjectId, ColumnDefault> defaults = new TreeMap<>();
        List<DbObject> checks = new ArrayList<>();
        for (ObjectId id : open) {
            openDefault(id).ifPresent(d -> defaults.put(temporary(id), new ColumnDefault(temporary(id), d.expression())));
            openCheck(id).ifPresent(c -> checks.add(temporary(c)));
        }
        List<Column> made = columns().stream()
                .map(column -> plain(column, isOpenGenerated(column) ? Optional.of(generatedOf(column)) : Optional.empty()))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(createTable(made, defaults, checks));
        pieces.addAll(indexes());
        return pieces;
    }

    /** One statement a text. */
    List<Piece> apart() {
        List<Column> columns = columns();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(createTable(columns.stream().filter(column -> !isOpenGenerated(column))
                .map(column -> plain(column, Optional.empty())).toList(), Map.of(), List.of()));
        for (Column column : columns) {
            if (isOpenGenerated(column)) {
                Column.Generated generated = generatedOf(column);
                pieces.add(Piece.of(
                        one(DdlWriter.addColumn(plain(column, Optional.of(generated)), Optional.empty(), context)),
                        column.id(), GENERATED, generated.expression().sql()));
            }
        }
        for (ObjectId id : open) {
            openDefault(id).ifPresent(d -> pieces.add(Piece.of(
                    one(DdlWriter.create(new ColumnDefault(temporary(id), d.expression()), context)), id, DEFAULT,
                    d.expression().sql())));
            openCheck(id).ifPresent(c -> pieces.add(
                    Piece.of(one(DdlWriter.create(temporary(c), context)), id, CHECK, c.expression().sql())));
        }
        pieces.addAll(indexes());
        return pieces;
    }

    private List<Column> columns() {
        return schema.all(Column.class).filter(column -> column.id().parent().equals(table))
                .sorted(Comparator.comparingInt(Column::position)).toList();
    }

    private Optional<ColumnDefault> openDefault(ObjectId id) {
        return schema.find(id, ColumnDefault.class).filter(d -> id.parent().parent().equals(table))
                .map(d -> new ColumnDefault(id, substitute(d.expression())));
    }

    private Optional<CheckConstraint> openCheck(ObjectId id) {
        return schema.find(id, CheckConstraint.class).filter(c -> id.parent().equals(table))
                .map(c -> new CheckConstraint(id, substitute(c.expression()), c.noInherit(), true, true));
    }

    private CheckConstraint temporary(CheckConstraint check) {
        return new CheckConstraint(temporary(check.id()), check.expression(), check.noInherit(), true, true);
    }

    private Column.Generated generatedOf(Column column) {
        Column.Generated generated = column.generated().orElseThrow();
        return new Column.Generated(substitute(generated.expression()), generated.stored());
    }

    private List<Piece> indexes() {
        return open.stream().flatMap(id -> schema.find(id, Index.class).stream()).filter(i -> i.table().equals(table))
                .map(this::index).toList();
    }

    private boolean isOpenGenerated(Column column) {
        return column.generated().isPresent() && open.contains(column.id());
    }

    private ObjectId temporary(ObjectId part) {
        return ObjectId.part(part.kind(), part.parent().equals(table) ? temporary : temporary(part.parent()), part.name());
    }

    private Column plain(Column column, Optional<Column.Generated> generated) {
        return Column.of(temporary(column.id()), column.position(), new SqlType(substitute(column.type().name())), false)
                .withCollation(column.collation()).withGenerated(generated);
    }

    private Piece createTable(List<Column> made, Map<ObjectId, ColumnDefault> defaults, List<DbObject> checks) {
        String sql = one(DdlWriter.createTable(Table.plain(temporary), made, defaults, checks, List.of(), Optional.empty(),
                context));
        List<Piece.Part> parts = new ArrayList<>();
        int from = sql.indexOf('(');
        for (Column column : made) {
            ObjectId id = ObjectId.column(table, column.id().name());
            String type = column.type().name();
            from = part(parts, id, "type", type, sql, sql.indexOf(Identifiers.quote(column.id().name()) + " " + type, from)
                    + Identifiers.quote(column.id().name()).length() + 1);
            ColumnDefault columnDefault = defaults.get(ColumnDefault.idOf(column.id()));
            if (columnDefault != null) {
                String text = columnDefault.expression().sql();
                from = part(parts, ColumnDefault.idOf(id), DEFAULT, text, sql, sql.indexOf(text, from));
            }
            if (column.generated().isPresent()) {
                String text = column.generated().get().expression().sql();
                from = part(parts, id, GENERATED, text, sql, sql.indexOf(text, from));
            }
        }
        for (DbObject check : checks) {
            String text = ((CheckConstraint) check).expression().sql();
            from = part(parts, ObjectId.part(ObjectKind.CHECK, table, check.id().name()), CHECK, text, sql,
                    sql.indexOf(text, sql.indexOf(Identifiers.quote(check.id().name()) + " CHECK", from)));
        }
        return new Piece(sql, parts);
    }

    /** @return where the text ends */
    private static int part(List<Piece.Part> parts, ObjectId id, String what, String text, String sql, int at) {
        int start = Math.max(0, Math.min(at, sql.length()));
        parts.add(new Piece.Part(id, what, text, start));
        return start + text.length();
    }

    private Piece index(Index index) {
        List<Index.Key> keys = index.keys().stream()
                .map(key -> new Index.Key(key.column(), key.expression().map(this::substitute), key.collation(),
                        key.operatorClass(), key.operatorClassParameters(), key.descending(), key.nullsFirst()))
                .toList();
        Optional<Expression> predicate = index.predicate().map(this::substitute);
        String sql = one(DdlWriter.create(
                new Index(ObjectId.inSchema(ObjectKind.INDEX, "pg_temp", tokens.of(index.id())), temporary, index.method(),
                        index.unique(), index.nullsNotDistinct(), keys, index.include(), predicate, new TreeMap<>(),
                        Optional.empty(), true),
                context));
        List<Piece.Part> parts = new ArrayList<>();
        int from = 0;
        for (Index.Key key : keys) {
            String text = key.expression().map(Expression::sql).orElseGet(() -> Identifiers.quote(key.column().get()));
            int at = Math.max(from, sql.indexOf(text, Math.max(from, sql.indexOf('('))));
            parts.add(new Piece.Part(index.id(), key.expression().isPresent() ? "index expression" : "index key", text, at));
            from = at + text.length();
        }
        predicate.ifPresent(p -> parts.add(new Piece.Part(index.id(), "index predicate", p.sql(), sql.lastIndexOf(p.sql()))));
        return new Piece(sql, parts);
    }

    private static String one(List<String> statements) {
        return String.join(";\n", statements);
    }

    private Expression substitute(Expression expression) {
        return new Expression(substitute(expression.sql()));
    }

    /**
     * Qualified names of new types and sequences point into the temporary schema: outside of strings, and in the string that
     * {@code nextval} takes.
     */
    private String substitute(String text) {
        if (substitutes.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        List<Token> tokenList = SqlScanner.scan(text);
        for (int i = 0; i < tokenList.size(); i++) {
            Token token = tokenList.get(i);
            if (i + 2 < tokenList.size() && isName(token) && tokenList.get(i + 1).is(".") && isName(tokenList.get(i + 2))) {
                String qualified = name(token) + "." + name(tokenList.get(i + 2));
                if (substitutes.containsKey(qualified)) {
                    result.append(substitutes.get(qualified));
                    i += 2;
                    continue;
                }
            }
            result.append(token.text());
        }
        Matcher call = SEQUENCE_CALL.matcher(result);
        StringBuilder withCalls = new StringBuilder();
        while (call.find()) {
            String replaced = substitutes.getOrDefault(call.group(2).replace("''", "'"), null);
            call.appendReplacement(withCalls, Matcher.quoteReplacement(replaced == null ? call.group()
                    : call.group().substring(0, call.start(2) - call.start()) + replaced.replace("'", "''") + "'"));
        }
        return call.appendTail(withCalls).toString();
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    }

    /** The name as {@link Identifiers#quote} writes it, whichever way the user wrote it. */
    private static String name(Token token) {
        return Identifiers.quote(token.kind() == Kind.WORD ? token.text().toLowerCase(java.util.Locale.ROOT)
                : token.text().substring(1, token.text().length() - 1).replace("\"\"", "\""));
    }
}
