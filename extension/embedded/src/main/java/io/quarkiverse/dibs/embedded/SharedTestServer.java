package io.quarkiverse.dibs.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One temporary server per major version and process, for tests and tools: started at first use, stopped and deleted at the end
 * of
 * the process. Its users must not stop it, and should make databases or schemas of their own. Thread-safe.
 */
public final class SharedTestServer {

    private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();

    private SharedTestServer() {
    }

    /** @throws EmbeddedPostgresException when it cannot be started */
    public static EmbeddedPostgres of(int major) {
        return SERVERS.computeIfAbsent(major,
                absent -> EmbeddedPostgres.builder().major(absent).temporary().testSettings().start());
    }
}
