package io.quarkiverse.dibs.postgres.scratch;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a scratch database, which says whose it is from the moment it exists: a process can be killed between any two of
 * its statements.
 *
 * @param process the id of the process that made it
 * @param since when, in seconds of the server's clock
 */
record ScratchName(long process, long since) {

    static final String PREFIX = "dibs_scratch_";

    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,10})_(\\d{1,11})_[0-9a-f]{16}");
    /** How databases were marked whose names said nothing. */
    private static final Pattern COMMENT = Pattern.compile("dibs scratch database of process (\\d{1,10}) since (\\d{1,11})");

    /** A name that no other database has. */
    static String create(long now) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return PREFIX + ProcessHandle.current().pid() + "_" + now + "_" + HexFormat.of().formatHex(random);
    }

    /**
     * @param comment of the database, or null
     * @return nothing when it is not known whose the database is
     */
    static Optional<ScratchName> of(String name, String comment) {
        Matcher owner = NAME.matcher(name);
        if (!owner.matches()) {
            owner = COMMENT.matcher(String.valueOf(comment));
        }
        return owner.matches() ? Optional.of(new ScratchName(Long.parseLong(owner.group(1)), Long.parseLong(owner.group(2))))
                : Optional.empty();
    }
}
