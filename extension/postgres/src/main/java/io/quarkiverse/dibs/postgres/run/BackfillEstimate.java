package io.quarkiverse.dibs.postgres.run;

import java.util.Locale;

/** What a backfill will take, from its first batch and from how many rows the server thinks there are. Pure. */
final class BackfillEstimate {

    private BackfillEstimate() {
    }

    /**
     * @param rows of the table, roughly; 0 when nobody knows
     * @param done rows that earlier runs have been at
     * @param size rows of a full batch
     * @param tried rows of the batch that was tried
     * @param millis what that took
     */
    static String of(String name, long rows, long done, int size, long tried, long millis) {
        String what = "backfill \"" + name + "\": ";
        if (tried == 0) {
            return what + (done > 0 ? "no rows are left" : "there are no rows");
        }
        long left = Math.max(rows - done, tried);
        long batches = (left + size - 1) / size;
        String behind = done > 0 ? " behind the " + number(done) + " that are done" : "";
        if (tried < size) {
            return what + number(tried) + (tried == 1 ? " row" : " rows") + behind + " in one batch, which took "
                    + millis + " ms";
        }
        return what + "about " + number(left) + " rows" + behind + " in " + number(batches)
                + (batches == 1 ? " batch" : " batches") + " of " + number(size) + "; the first took " + millis
                + " ms, so about " + duration(batches * millis) + " in all";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String duration(long millis) {
        long seconds = Math.max(1, Math.round(millis / 1000.0));
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 120 ? minutes + " min" : Math.round(minutes / 60.0) + " h";
    }
}
