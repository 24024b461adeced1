package io.quarkiverse.dibs.report;

/**
 * Chooses which progress is worth a line where lines stay, in a pipe or a log: one percent more, twice as much where nobody
 * knows
 * the total, or another piece of work. Not thread-safe.
 */
public final class ProgressLines {

    private static final int BAR = 24;

    private String label = "";
    private long done;

    /** How far it is as a picture of a fixed width; empty when nobody knows the total. */
    public static String bar(long done, long total) {
        if (total <= 0) {
            return "";
        }
        int full = (int) Math.max(0, Math.min(BAR, BAR * done / total));
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    /** Whether to print it; what is asked about is taken as printed when the answer is yes. */
    public boolean isWorthALine(MigrationEvent.Progress progress) {
        boolean another = !progress.label().equals(label) || progress.done() < done;
        boolean more = progress.total() > 0
                ? progress.done() == progress.total() || (progress.done() - done) * 100 >= progress.total()
                : progress.done() >= 2 * done;
        if (another || more) {
            label = progress.label();
            done = progress.done();
        }
        return another || more;
    }
}
