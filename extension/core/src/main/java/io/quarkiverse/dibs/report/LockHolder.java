package io.quarkiverse.dibs.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who holds the lock that lets one run at a time work on a history. What the server does not show to this role is empty.
 *
 * @param pid the server process
 * @param application what it calls itself
 * @param client the address it came from; {@code local} for a socket
 * @param since when it connected
 * @param activity what it does: {@code active}, {@code idle in transaction}
 */
public record LockHolder(int pid, String application, String client, String user, Optional<Instant> since, String activity) {

    public LockHolder {
        Objects.requireNonNull(application);
        Objects.requireNonNull(client);
        Objects.requireNonNull(user);
        Objects.requireNonNull(since);
        Objects.requireNonNull(activity);
    }

    /** In words. */
    public String display() {
        return "process " + pid + with(", application ", application) + with(", client ", client) + with(", user ", user)
                + since.map(at -> ", connected since " + TextRenderer.time(at)).orElse("") + with(", ", activity);
    }

    private static String with(String word, String text) {
        return text.isEmpty() ? "" : word + text;
    }
}
