package io.quarkiverse.dibs.postgres;

import io.vertx.pgclient.PgConnectOptions;

/** Which server, database and role a connection is for: what messages, logs and pages may show. Never holds a password. */
public record ConnectionTarget(String host, int port, String database, String user) {

    /** @throws io.quarkiverse.dibs.error.DibsException DIBS-0201 when it is not a Postgres URL */
    public static ConnectionTarget of(String url) {
        return of(ConnectionUrl.parse(url).options());
    }

    static ConnectionTarget of(PgConnectOptions options) {
        return new ConnectionTarget(options.getHost(), options.getPort(), options.getDatabase(), options.getUser());
    }

    /** Whether the server is on this machine. */
    public boolean isLocal() {
        return host.startsWith("/") || host.equals("localhost") || host.startsWith("127.") || host.equals("::1")
                || host.equals("[::1]");
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
