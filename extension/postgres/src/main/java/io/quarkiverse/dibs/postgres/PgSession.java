package io.quarkiverse.dibs.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;

/**
 * One dedicated connection to one server, never a pool. Failures of {@link #query} are the driver's own; {@link ServerErrors}
 * reads them. The blocking methods must not be called on an event loop.
 */
public final class PgSession implements AutoCloseable {

    public static final int OLDEST_MAJOR = 14;
    public static final int NEWEST_MAJOR = 18;
    /** For reading: answers are independent of each other. */
    public static final int READING = 16;
    /** For DDL: with more, a statement sent behind a failed one would still run. */
    public static final int ONE_BY_ONE = 1;

    private final Vertx vertx;
    private final String url;
    private final PgConnection connection;
    private final ConnectionTarget target;

    /** By how many statements may be under way, and the URL. */
    private static final Map<String, Begun> BEGUN = new ConcurrentHashMap<>();

    private PgSession(Vertx vertx, String url, PgConnection connection, ConnectionTarget target) {
        this.vertx = vertx;
        this.url = url;
        this.connection = connection;
        this.target = target;
    }

    /**
     * @param pipeliningLimit how many statements may be under way at once: {@link #READING} or {@link #ONE_BY_ONE}
     * @return fails with a {@link DibsException}, DIBS-0201 to DIBS-0211
     */
    public static Uni<PgSession> connect(Vertx vertx, String url, int pipeliningLimit) {
        return connect(vertx, url, null, pipeliningLimit, SqlMeaning::in);
    }

    private static Uni<PgSession> connect(Vertx vertx, String url, String database, int pipeliningLimit,
            Consumer<PgConnectOptions> settings) {
        return Uni.createFrom().deferred(() -> {
            ConnectionUrl parsed = ConnectionUrl.parse(url);
            if (database != null) {
                parsed.options().setDatabase(database);
            }
            PgConnectOptions options = parsed.options().setPipeliningLimit(pipeliningLimit)
                    .setConnectTimeout((int) parsed.connectTimeout().toMillis()).setTcpKeepAlive(true);
            options.getProperties().putIfAbsent("application_name", "dibs");
            if (options.getProperties().get("application_name").startsWith("vertx")) {
                options.addProperty("application_name", "dibs");
            }
            settings.accept(options);
            ConnectionTarget target = ConnectionTarget.of(options);
            return PgConnection.connect(vertx, options)
                    .ifNoItem().after(parsed.connectTimeout())
                    .failWith(() -> new DibsException(ConnectFailure.timeout(target)))
                    .onFailure().transform(e -> ConnectFailure.of(e, parsed))
                    .chain(connection -> checked(new PgSession(vertx, url, connection, target)));
        });
    }

    private static Uni<PgSession> checked(PgSession session) {
        // without a handler of its own the client writes every notice to the log
        session.connection.noticeHandler(notice -> {
        });
        // the same for what ends the connection, which whoever uses it next is told
        session.connection.exceptionHandler(lost -> {
        });
        var server = session.connection.databaseMetadata();
        Problem problem = ConnectFailure.version(server.majorVersion(), server.fullVersion(), session.target);
        return problem == null ? Uni.createFrom().item(session)
                : session.connection.close().chain(() -> Uni.createFrom().failure(new DibsException(problem)));
    }

    /** Like {@link #connect}, blocking. Takes the session that {@link #begin} began, where there is one. */
    public static PgSession open(Vertx vertx, String url, int pipeliningLimit) {
        Begun begun = BEGUN.remove(pipeliningLimit + " " + url);
        return (begun == null || begun.vertx != vertx ? connect(vertx, url, pipeliningLimit) : begun.session)
                .await().indefinitely();
    }

    /**
     * Connects without waiting for it, for somebody who will {@link #open} the same next. What fails is told then. A session
     * that nobody takes ends with its client.
     */
    public static void begin(Vertx vertx, String url, int pipeliningLimit) {
        Uni<PgSession> session = connect(vertx, url, pipeliningLimit).memoize().indefinitely();
        BEGUN.put(pipeliningLimit + " " + url, new Begun(vertx, session));
        // a thread has one event loop, where its connections would wait for each other
        Thread thread = new Thread(() -> session.subscribe().with(opened -> {
        }, failure -> {
        }), "dibs-connecting");
        thread.setDaemon(true);
        thread.start();
    }

    /** A plain class, since only its fields are looked at. */
    private static final class Begun {

        private final Vertx vertx;
        private final Uni<PgSession> session;

        private Begun(Vertx vertx, Uni<PgSession> session) {
            this.vertx = vertx;
            this.session = session;
        }
    }

    /** Another connection to the same server and database as the same role. */
    public Uni<PgSession> another(int pipeliningLimit) {
        return another(target.database(), pipeliningLimit);
    }

    /** A connection to another database of the same server as the same role. */
    public Uni<PgSession> another(String database, int pipeliningLimit) {
        return connect(vertx, url, database, pipeliningLimit, SqlMeaning::in);
    }

    /** Like {@link #another(String, int)} to a database that dibs made for itself, where all SQL has one meaning. */
    public Uni<PgSession> own(String database, int pipeliningLimit) {
        return connect(vertx, url, database, pipeliningLimit, SqlMeaning::wholeIn);
    }

    public PgConnection connection() {
        return connection;
    }

    public ConnectionTarget target() {
        return target;
    }

    /** The server's major version. */
    public int majorVersion() {
        return connection.databaseMetadata().majorVersion();
    }

    /** Runs statements by the simple protocol, which leaves no snapshot behind in an open transaction. */
    public Uni<RowSet<Row>> query(String sql) {
        return connection.query(sql).execute();
    }

    /** Runs one statement by the extended protocol; {@code $1} and so on are the parameters. */
    public Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    /** Like {@link #query(String)}, blocking. */
    public RowSet<Row> run(String sql) {
        return query(sql).await().indefinitely();
    }

    /** Like {@link #query(String, Tuple)}, blocking. */
    public RowSet<Row> run(String sql, Tuple parameters) {
        return query(sql, parameters).await().indefinitely();
    }

    @Override
    public void close() {
        connection.close().onFailure().recoverWithNull().await().indefinitely();
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
