package io.quarkiverse.dibs.postgres.scratch;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.catalog.CatalogSnapshot;
import io.quarkiverse.dibs.schema.Schema;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;

/**
 * An empty database of its own on a given server, for SQL that must not run on the target. Dropped when closed; one whose
 * process died is dropped by the next to come. Blocking, for one thread.
 */
public final class Scratch implements AutoCloseable {

    private static final long OLDEST_SECONDS = 24 * 60 * 60;

    private final PgSession admin;
    private final PgSession session;
    private final String name;
    private final String url;
    private final ScratchRoles roles = new ScratchRoles();
    private final SortedSet<String> passedOver = new TreeSet<>();

    private Scratch(PgSession admin, PgSession session, String name, String url) {
        this.admin = admin;
        this.session = session;
        this.name = name;
        this.url = url;
    }

    /**
     * @param url of any database on the server; its role must be allowed to create databases
     * @throws DibsException DIBS-0282 when it is not, or DIBS-02xx when the server cannot be reached
     */
    public static Scratch create(Vertx vertx, String url) {
        PgSession admin = PgSession.open(vertx, url, PgSession.ONE_BY_ONE);
        try {
            removeLeftovers(admin);
            ScratchRoles.removeLeftovers(admin);
            String name = ScratchName.create(now(admin));
            OpenScratches.make(vertx, url, name, () -> admin.run("CREATE DATABASE " + name + " TEMPLATE template0"));
            PgSession session;
            try {
                session = admin.own(name, PgSession.ONE_BY_ONE).await().indefinitely();
            } catch (RuntimeException e) {
                drop(admin, name);
                throw e;
            }
            return new Scratch(admin, session, name, withDatabase(url, name));
        } catch (RuntimeException e) {
            admin.close();
            throw refused(e, admin);
        }
    }

    /** The catalog of what the files say: creates a scratch database, loads, reads and drops it. */
    public static CatalogSnapshot read(Vertx vertx, String url, List<SqlFile> files) {
        try (Scratch scratch = create(vertx, url)) {
            scratch.load(files);
            return scratch.read();
        }
    }

    /**
     * Runs the statements of the files, in whatever order works.
     *
     * @throws DibsException DIBS-0280 with file, line and column of what cannot run, DIBS-0281 and DIBS-0283 of what is not
     *         SQL,
     *         DIBS-0284 of a name that Postgres would cut off
     */
    public void load(List<SqlFile> files) {
        Loader loader = new Loader(session, roles);
        try {
            loader.load(files);
        } catch (DibsException e) {
            throw LoadAdvice.to(e);
        }
        passedOver.addAll(loader.passedOver());
    }

    /** What the database is; statements of files that are about more than a database are named as not modelled. */
    public CatalogSnapshot read() {
        CatalogSnapshot snapshot = CatalogReader.readNow(session, List.of());
        if (passedOver.isEmpty()) {
            return snapshot;
        }
        Schema.Builder schema = snapshot.schema().toBuilder();
        passedOver.forEach(statement -> schema.unmodelled("statement about the whole server", statement));
        return new CatalogSnapshot(schema.build(), snapshot.server(), snapshot.estimatedRows());
    }

    /** The connection to the scratch database. */
    public PgSession session() {
        return session;
    }

    /** Leads to the scratch database; may hold a password. */
    public String url() {
        return url;
    }

    static String withDatabase(String url, String database) {
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        String parameters = question < 0 ? "" : url.substring(question).replaceAll("(?<=[?&])dbname=[^&]*&?", "");
        int path = base.indexOf('/', base.indexOf("//") + 2);
        return (path < 0 ? base : base.substring(0, path)) + "/" + database + parameters;
    }

    @Override
    public void close() {
        try {
            session.close();
            drop(admin, name);
            roles.drop(admin);
        } finally {
            admin.close();
        }
    }

    private static void drop(PgSession admin, String name) {
        dropped(admin, name).await().indefinitely();
        OpenScratches.gone(name);
    }

    static Uni<RowSet<Row>> dropped(PgSession admin, String name) {
        return admin.query("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static long now(PgSession admin) {
        return admin.run("SELECT extract(epoch FROM clock_timestamp())::int8").iterator().next().getLong(0);
    }

    /** Those of processes of this machine that are gone, and any that is a day old; none that somebody is connected to. */
    private static void removeLeftovers(PgSession admin) {
        long now = now(admin);
        for (Row row : admin.run("SELECT d.datname::text, shobj_description(d.oid, 'pg_database') FROM pg_database d "
                + "WHERE starts_with(d.datname, '" + ScratchName.PREFIX + "') "
                + "AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)")) {
            Optional<ScratchName> owner = ScratchName.of(row.getString(0), row.getString(1));
            if (owner.isPresent() && (now - owner.get().since() > OLDEST_SECONDS
                    || admin.target().isLocal() && ProcessHandle.of(owner.get().process()).isEmpty())) {
                admin.query("DROP DATABASE IF EXISTS " + row.getString(0)).onFailure().recoverWithNull().await()
                        .indefinitely();
            }
        }
    }

    private static DibsException refused(RuntimeException failure, PgSession admin) {
        PgException e = ServerErrors.serverException(failure);
        if (e != null && "42501".equals(e.getSqlState())) {
            return new DibsException(Problem.of("DIBS-0282", Category.CONNECTION,
                    admin.target().user() + " may not create a scratch database on " + admin.target().host() + ":"
                            + admin.target().port())
                    .remedy("Grant it CREATEDB (ALTER ROLE " + admin.target().user()
                            + " CREATEDB), or give another server with --scratch-url."),
                    failure);
        }
        return ServerErrors.exception("DIBS-0282", Category.SQL, "no scratch database could be made: ", failure, null);
    }
}
