package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Reads everything dibs models from the system catalogs: one transaction, a fixed number of queries whatever the number of
 * tables. Changes nothing. What belongs to the system, to extensions, to temporary schemas or to dibs itself is left out.
 */
public final class CatalogReader {

    /** Names are printed qualified, and constants the same way whatever the role's settings are. */
    private static final String SETTINGS = "SET LOCAL search_path = ''; SET LOCAL quote_all_identifiers = off; "
            + "SET LOCAL DateStyle = 'ISO, MDY'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; "
            + "SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL xmloption = 'content'; "
            + "SET LOCAL lc_monetary = 'C'";
    private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " + SETTINGS;
    private static final String BEGIN_WITHIN = "SAVEPOINT dibs_catalog; " + SETTINGS;
    private static final String END_WITHIN = "ROLLBACK TO SAVEPOINT dibs_catalog; RELEASE SAVEPOINT dibs_catalog";

    private CatalogReader() {
    }

    /**
     * Reads in a transaction of its own. The session must be in none.
     *
     * @param schemas the names of the schemas to read, or an empty list for all that are not the system's
     */
    public static Uni<CatalogSnapshot> read(PgSession session, List<String> schemas) {
        return read(session, schemas, false, BEGIN, "ROLLBACK");
    }

    /** Reads inside the transaction the session is in, which sees its own changes, and leaves its settings alone. */
    public static Uni<CatalogSnapshot> readWithin(PgSession session, List<String> schemas) {
        return read(session, schemas, false, BEGIN_WITHIN, END_WITHIN);
    }

    /**
     * Like {@link #readWithin} for all schemas, and the session's temporary one besides: its objects have a schema that begins
     * with {@code pg_temp}.
     */
    public static Uni<CatalogSnapshot> readWithTemporary(PgSession session) {
        return read(session, List.of(), true, BEGIN_WITHIN, END_WITHIN);
    }

    /** Does what needs no server, to be called while one is being connected to. */
    public static void prepare() {
        CatalogQuery.readAll();
    }

    /** Like {@link #read}, blocking. */
    public static CatalogSnapshot readNow(PgSession session, List<String> schemas) {
        return read(session, schemas).await().indefinitely();
    }

    private static Uni<CatalogSnapshot> read(PgSession session, List<String> schemas, boolean temporary, String begin,
            String end) {
        return session.query(begin)
                .chain(begun -> contents(session, schemas, temporary))
                .onFailure(CompletionException.class).transform(Throwable::getCause)
                .onItemOrFailure().call((snapshot, failure) -> session.query(end).onFailure().recoverWithNull())
                .onFailure().transform(e -> ServerErrors.exception("DIBS-0240", Category.SQL,
                        "the catalog could not be read: ", e, null));
    }

    private static Uni<CatalogSnapshot> contents(PgSession session, List<String> schemas, boolean temporary) {
        int major = session.majorVersion();
        Tuple wanted = Tuple.tuple().addArrayOfString(schemas.isEmpty() ? null : schemas.toArray(new String[0]))
                .addBoolean(temporary);
        Uni<Answer> server = session.query(CatalogQuery.resource("server", major)).map(CatalogReader::rows);
        Uni<Answer> namespaces = session.query(CatalogQuery.resource("namespaces", major), wanted)
                .map(CatalogReader::rows);
        return Uni.combine().all().unis(server, namespaces).asTuple()
                .chain(first -> identifier(session, first.getItem1())
                        .chain(info -> decoded(ask(session, first.getItem2(), isSuperuser(first.getItem1())), first.getItem2(),
                                info)));
    }

    /** Decodes on a thread of its own, which waits for each answer while the server is at the next. */
    private static Uni<CatalogSnapshot> decoded(Catalog catalog, Answer namespaces, ServerInfo server) {
        return Uni.createFrom().item(() -> decode(catalog, namespaces, server))
                .runSubscriptionOn(work -> {
                    Thread decoder = new Thread(work, "dibs-catalog-decoder");
                    decoder.setDaemon(true);
                    decoder.start();
                });
    }

    private static Uni<ServerInfo> identifier(PgSession session, Answer rows) {
        CatalogRow row = rows.iterator().next();
        Uni<Optional<String>> identifier = row.getBoolean("may_read_identifier")
                ? session.query(CatalogQuery.resource("system_identifier", session.majorVersion()))
                        .map(answer -> Optional.of(answer.iterator().next().getString(0)))
                : Uni.createFrom().item(Optional.empty());
        return identifier.map(text -> new ServerInfo(row.getInteger("version"), row.getString("full_version"),
                row.getString("role"), row.getString("database"), row.getBoolean("in_recovery"),
                row.getBoolean("in_recovery") || row.getBoolean("default_read_only"), text));
    }

    private static boolean isSuperuser(Answer server) {
        return server.iterator().next().getBoolean("superuser");
    }

    private static Catalog ask(PgSession session, Answer namespaces, boolean superuser) {
        List<Long> oids = new ArrayList<>();
        namespaces.forEach(row -> oids.add(row.getLong("oid")));
        Tuple schemas = Tuple.tuple().addArrayOfLong(oids.toArray(new Long[0]));
        Catalog catalog = new Catalog();
        for (CatalogQuery query : CatalogQuery.values()) {
            String sql = query.sql(session.majorVersion(), superuser);
            (sql.contains("$1") ? session.query(sql, schemas) : session.query(sql))
                    .subscribe().with(rows -> catalog.answer(query, rows(rows)), failure -> catalog.noAnswer(query, failure));
        }
        return catalog;
    }

    private static Answer rows(io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        @SuppressWarnings("unchecked")
        RowSet<Row> plain = rows.getDelegate();
        return new Answer(plain);
    }

    private static CatalogSnapshot decode(Catalog catalog, Answer namespaces, ServerInfo server) {
        for (CatalogRow row : namespaces) {
            if (!row.getBoolean("of_extension")) {
                catalog.add(Pg.NAMESPACE, row.getLong("oid"), new Namespace(ObjectId.namespace(row.getString("name"))));
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.EXTENSIONS)) {
            catalog.add(Pg.EXTENSION, row.getLong("oid"),
                    new Extension(ObjectId.global(ObjectKind.EXTENSION, row.getString("name")), row.getString("schema"),
                            row.getString("version")));
        }
        catalog.members();
        Relations relations = new Relations(catalog, server.major());
        new Types(catalog, relations).decode();
        relations.decode();
        new Constraints(catalog).decode();
        new Indexes(catalog, relations).decode();
        new Inheritances(catalog, relations).decode();
        new Operators(catalog).decode();
        new Routines(catalog).decode();
        new Reactions(catalog).decode();
        new Languages(catalog).decode();
        new TextSearch(catalog).decode();
        new ForeignData(catalog).decode();
        new Publications(catalog).decode();
        new Privileges(catalog).decode();
        new Comments(catalog).decode();
        new Dependencies(catalog).decode();
        for (CatalogRow row : catalog.rows(CatalogQuery.UNMODELLED)) {
            catalog.schema.unmodelled(row.getString("kind"), row.getString("name"));
        }
        return new CatalogSnapshot(catalog.schema.build(), server, new TreeMap<>(catalog.estimatedRows));
    }
}
