package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Generated migrations without the name of one schema, for targets that are schemas: there a name means what the
 * {@code search_path} makes of it. Only SQL that dibs wrote itself is changed, in which that name before a dot is never
 * anything
 * else; what stands in a text or in the body of a routine is not guessed at but refused. Pure.
 */
final class UnqualifiedNames {

    private final String schema;
    private final String written;
    private final Pattern inText;

    private UnqualifiedNames(String schema) {
        this.schema = schema;
        this.written = Identifiers.quote(schema);
        this.inText = Pattern.compile("(?i)(?<![\\w.])\"?" + Pattern.quote(schema) + "\"?\\s*\\.");
    }

    /**
     * @throws DibsException DIBS-0506 where the name stands in a text
     */
    static List<MigrationPart> in(List<MigrationPart> parts, String schema) {
        UnqualifiedNames names = new UnqualifiedNames(schema);
        return parts.stream().map(part -> new MigrationPart(part.description(), part.transactional(),
                part.entries().stream().map(names::entry).toList())).toList();
    }

    private MigrationPart.Entry entry(MigrationPart.Entry entry) {
        if (entry instanceof MigrationPart.Execute execute) {
            return new MigrationPart.Execute(sql(execute.sql()), execute.comments());
        }
        if (entry instanceof MigrationPart.Backfill backfill) {
            return new MigrationPart.Backfill(backfill.name(), sql(backfill.table()), backfill.key(), sql(backfill.sql()),
                    backfill.comments());
        }
        return entry;
    }

    private String sql(String sql) {
        List<Token> tokens = SqlScanner.scan(sql);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isSchema(token) && i + 1 < tokens.size() && tokens.get(i + 1).is(".")
                    && (i == 0 || !tokens.get(i - 1).is("."))) {
                i++;
            } else if (token.kind() == Kind.STRING && inText.matcher(token.text()).find()) {
                out.append(name(token, tokens.subList(i + 1, tokens.size()), sql));
            } else {
                out.append(token.text());
            }
        }
        return out.toString();
    }

    private boolean isSchema(Token token) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT).equals(schema);
            case QUOTED_NAME -> token.text().equals("\"" + schema.replace("\"", "\"\"") + "\"");
            case BLANK, STRING, NUMBER, SYMBOL, UNFINISHED -> false;
        };
    }

    /** Of {@code 'public.users_id_seq'::regclass} the text is a name, and of no other is that sure. */
    private String name(Token text, List<Token> following, String sql) {
        boolean cast = following.size() > 2 && following.get(0).is(":") && following.get(1).is(":")
                && following.get(2).kind() == Kind.WORD && following.get(2).text().startsWith("reg");
        String prefix = "'" + written + ".";
        String rest = cast && text.text().startsWith(prefix) ? "'" + text.text().substring(prefix.length()) : text.text();
        if (inText.matcher(rest).find()) {
            throw new DibsException(Problem.of("DIBS-0506", Category.REFUSED, "the name of the schema " + schema
                    + " stands in a text or in the body of a routine, which cannot be written without it")
                    .server(null, sql, 0, null, null)
                    .remedy("Leave the schema out there, or generate without --unqualified and change the migration by hand."));
        }
        return rest;
    }
}
