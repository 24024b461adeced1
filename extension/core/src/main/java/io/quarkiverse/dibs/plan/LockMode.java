package io.quarkiverse.dibs.plan;

import java.util.Locale;

/**
 * The table locks of Postgres, weakest first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-Level Locks</a>
 */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** The name as {@code pg_locks.mode} has it: {@code AccessExclusiveLock}. */
    public String catalogName() {
        StringBuilder text = new StringBuilder();
        for (String word : name().split("_")) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.append("Lock").toString();
    }

    /** Whether a reader has to wait for it. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** Whether INSERT, UPDATE and DELETE have to wait for it. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    public LockMode strongest(LockMode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
