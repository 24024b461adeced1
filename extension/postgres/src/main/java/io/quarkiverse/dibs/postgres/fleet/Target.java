package io.quarkiverse.dibs.postgres.fleet;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.ConnectionTarget;
import io.quarkiverse.dibs.postgres.history.HistoryTables;

/**
 * A database, or one schema of a database, that has a history of its own. The URL may hold a password, so this prints without
 * it.
 *
 * @param name what it is called in tables and events, and what decides its shard
 * @param connection what of the URL may be shown
 * @param schema absent when it is the whole database
 */
public record Target(String name, String url, ConnectionTarget connection, Optional<String> schema) {

    public Target {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(connection);
        Objects.requireNonNull(schema);
    }

    /**
     * A whole database, named after what it is: {@code db1:5432/shop}.
     *
     * @throws io.quarkiverse.dibs.error.DibsException DIBS-0201 when it is not a Postgres URL
     */
    public static Target of(String url) {
        ConnectionTarget connection = ConnectionTarget.of(url);
        return new Target(connection.host() + ":" + connection.port() + "/" + connection.database(), url, connection,
                Optional.empty());
    }

    public Target named(String other) {
        return new Target(other, url, connection, schema);
    }

    /** One schema of it, named after both: {@code db1:5432/shop/tenant_7}. */
    public Target in(String one) {
        return new Target(name + "/" + one, url, connection, Optional.of(one));
    }

    /**
     * Where its history is.
     *
     * @param ofDatabase the tables where the target is a whole database
     */
    HistoryTables tables(HistoryTables ofDatabase) {
        return schema.map(HistoryTables::ofSchema).orElse(ofDatabase);
    }

    /** The same for two targets that have one history. */
    String identity(HistoryTables ofDatabase) {
        return connection.host().toLowerCase(Locale.ROOT) + ":" + connection.port() + "/" + connection.database() + " "
                + tables(ofDatabase).schema();
    }

    /** Server, database, role and schema, for people. */
    String where() {
        return connection + schema.map(text -> ", schema " + text).orElse("");
    }

    @Override
    public String toString() {
        return name;
    }
}
