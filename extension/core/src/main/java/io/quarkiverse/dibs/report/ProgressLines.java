package io.quarkiverse.dibs.report;

/**
 * Chooses which progress is worth a line where lines stay, in a pipe or a log: one percent more, twice as much where nobody
 * knows
 * the total, or another piece of work. Not thread-safe.
 */
public final class ProgressLines {

    private String label = "";
    private long done;

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
