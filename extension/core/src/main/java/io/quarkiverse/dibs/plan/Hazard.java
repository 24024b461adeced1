package io.quarkiverse.dibs.plan;

import java.util.Locale;
import java.util.Optional;

/** What a step can do to data, to a busy database or to running code. Consent names one of these. */
public enum Hazard {
    /** Rows or values go away for good, or lose a part of what they hold. */
    DELETES_DATA,
    /** Whether it works depends on the rows that are there. */
    MAY_FAIL_ON_DATA,
    /** Every row is written again, under a lock that stops readers. */
    REWRITES_TABLE,
    /** Writers wait while it runs. */
    BLOCKS_WRITES,
    /** Readers and writers wait while it runs. */
    BLOCKS_READS,
    /** Every row is read; it takes as long as the table is large. */
    LONG_SCAN,
    /** Code that knows the schema as it was can fail. */
    BREAKS_RUNNING_CODE,
    /** A role can no longer do what it could. */
    LOSES_PRIVILEGE;

    /** The name as it is written on a command line and in files: {@code deletes-data}. */
    public String writtenName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing that holds it runs unless the user has named it: it loses data, or others wait for long. */
    public boolean needsConsent() {
        return switch (this) {
            case DELETES_DATA, REWRITES_TABLE, BLOCKS_WRITES, BLOCKS_READS -> true;
            case MAY_FAIL_ON_DATA, LONG_SCAN, BREAKS_RUNNING_CODE, LOSES_PRIVILEGE -> false;
        };
    }

    public static Optional<Hazard> ofWrittenName(String writtenName) {
        for (Hazard hazard : values()) {
            if (hazard.writtenName().equals(writtenName)) {
                return Optional.of(hazard);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return writtenName();
    }
}
