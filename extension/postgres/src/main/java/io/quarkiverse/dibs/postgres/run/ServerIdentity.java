package io.quarkiverse.dibs.postgres.run;

import io.quarkiverse.dibs.postgres.ServerErrors;

/**
 * Which server it is: the identifier that its data got when they were made, and the timeline it writes, which a failover or a
 * recovery to a point in time changes. Both are empty where the role or the service does not let us know.
 */
record ServerIdentity(String system, String timeline) {

    static final ServerIdentity UNKNOWN = new ServerIdentity("", "");

    /** The name of the file that is being written begins with the timeline; the control file knows a new one only later. */
    private static final String TIMELINE = "SELECT pg_catalog.substr("
            + "pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 1, 8)";

    static ServerIdentity of(RunnerSession session) {
        return new ServerIdentity(ask(session, "SELECT system_identifier::text FROM pg_catalog.pg_control_system()"),
                ask(session, TIMELINE));
    }

    private static String ask(RunnerSession session, String sql) {
        try {
            return session.run(sql).iterator().next().getString(0);
        } catch (RuntimeException e) {
            if (ServerErrors.isConnectionLost(e)) {
                throw e;
            }
            return "";
        }
    }

    /** Whether nothing says that the other is another one. */
    boolean mayBe(ServerIdentity other) {
        return equalOrUnknown(system, other.system) && equalOrUnknown(timeline, other.timeline);
    }

    boolean isKnown() {
        return !system.isEmpty() && !timeline.isEmpty();
    }

    private static boolean equalOrUnknown(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    @Override
    public String toString() {
        return "system " + (system.isEmpty() ? "unknown" : system) + " on timeline "
                + (timeline.isEmpty() ? "unknown" : timeline);
    }
}
