package io.quarkiverse.dibs.it;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;

/** One real server of each major version for all tests of this process; each test takes databases of its own. */
final class Servers {

    private static final Map<Integer, EmbeddedPostgres> RUNNING = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Servers() {
    }

    static EmbeddedPostgres server(int major) {
        return RUNNING.computeIfAbsent(major,
                wanted -> EmbeddedPostgres.builder().major(wanted).testSettings().temporary().start());
    }

    /** The URL of a new, empty database. */
    static String database(int major) {
        EmbeddedPostgres server = server(major);
        String name = "test" + DATABASES.incrementAndGet();
        Sql.run(server.url(), "CREATE DATABASE " + name);
        return server.url(name);
    }
}
