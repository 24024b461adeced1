package io.quarkiverse.dibs.postgres.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * One of several machines that share the targets among them. Which one works on a target is decided by the target's name
 * alone, so that a new target moves no other.
 *
 * @param index from 0
 */
public record Shard(int index, int count) {

    /** Where Kubernetes tells a Pod of an Indexed Job which one it is. */
    public static final String INDEX_VARIABLE = "JOB_COMPLETION_INDEX";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{0,9})/(\\d{1,9})");

    /**
     * @param text {@code 0/4}; in {@code /4} the index is that of the Kubernetes Job
     * @throws DibsException DIBS-0746 when there is no such shard
     */
    public static Shard parse(String text, Map<String, String> environment) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw wrong("\"" + text + "\" is no shard");
        }
        String index = written.group(1);
        if (index.isEmpty()) {
            String given = environment.get(INDEX_VARIABLE);
            if (given == null || !given.matches("\\d{1,9}")) {
                throw wrong("the shard \"" + text + "\" leaves its number to " + INDEX_VARIABLE + ", which is "
                        + (given == null ? "not set" : "\"" + given + "\""));
            }
            index = given;
        }
        Shard shard = new Shard(Integer.parseInt(index), Integer.parseInt(written.group(2)));
        if (shard.count == 0 || shard.index >= shard.count) {
            throw wrong("there is no shard " + shard + ": " + (shard.count == 0 ? "there must be one at least"
                    : "they are counted from 0 to " + (shard.count - 1)));
        }
        return shard;
    }

    /** Whether this one works on the target of that name. */
    public boolean has(String target) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(target.getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), count) == index;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }

    private static DibsException wrong(String message) {
        return new DibsException(Problem.of("DIBS-0746", Category.USAGE, message)
                .remedy("Write --shard 0/4 for the first of four, or --shard /4 in a Kubernetes Indexed Job."));
    }
}
