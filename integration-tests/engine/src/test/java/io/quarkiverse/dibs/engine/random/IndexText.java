package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;

/** Reads what the generator wrote about an index. */
record IndexText(List<Index.Key> keys, List<String> include, Optional<Expression> predicate,
        TreeMap<String, String> parameters) {

    static IndexText parse(Model.IndexModel index) {
        String rest = index.rest();
        int where = rest.indexOf(" WHERE ");
        Optional<Expression> predicate = where < 0 ? Optional.empty()
                : Optional.of(new Expression("(" + rest.substring(where + " WHERE ".length()) + ")"));
        String before = where < 0 ? rest : rest.substring(0, where);
        int with = before.indexOf(" WITH (");
        TreeMap<String, String> parameters = ModelSchema
                .parameters(with < 0 ? null : before.substring(with + " WITH (".length(), before.length() - 1));
        List<String> include = index.columns().stream()
                .filter(column -> before.startsWith(" INCLUDE (" + Model.quote(column) + ")")).toList();
        return new IndexText(index.keys().stream().map(key -> key(index, key)).toList(), include, predicate, parameters);
    }

    private static Index.Key key(Model.IndexModel index, String text) {
        boolean descending = text.contains(" DESC");
        boolean nullsFirst = text.endsWith(" NULLS FIRST") || descending && !text.endsWith(" NULLS LAST");
        String key = text.replaceFirst("( DESC)?( NULLS (FIRST|LAST))?$", "");
        Optional<String> collation = key.endsWith(" COLLATE \"C\"") ? Optional.of("pg_catalog.\"C\"") : Optional.empty();
        Optional<String> operators = key.endsWith(" text_pattern_ops") ? Optional.of("pg_catalog.text_pattern_ops")
                : Optional.empty();
        String bare = key.replaceFirst("( COLLATE \"C\"| text_pattern_ops)$", "");
        Optional<String> column = index.columns().stream().filter(name -> Model.quote(name).equals(bare)).findFirst();
        return new Index.Key(column, column.isPresent() ? Optional.empty() : Optional.of(new Expression(bare)), collation,
                operators, new TreeMap<>(), descending, nullsFirst);
    }
}
