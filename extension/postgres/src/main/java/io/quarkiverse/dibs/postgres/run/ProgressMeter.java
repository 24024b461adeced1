package io.quarkiverse.dibs.postgres.run;

import java.util.OptionalLong;

import io.quarkiverse.dibs.report.MigrationEvent.Progress;

/** Works out how fast a piece of work goes and how long it will still take. Counts from the first sight of the work. */
final class ProgressMeter {

    private final String version;
    private final String label;
    private final long beginNanos = System.nanoTime();
    private long first = -1;

    ProgressMeter(String version, String label) {
        this.version = version;
        this.label = label;
    }

    /**
     * @param total 0 or less when nobody knows
     */
    Progress at(long done, long total) {
        if (first < 0) {
            first = done;
        }
        double seconds = (System.nanoTime() - beginNanos) / 1e9;
        double perSecond = done > first && seconds > 0 ? (done - first) / seconds : 0;
        OptionalLong remaining = total > done && perSecond > 0
                ? OptionalLong.of(Math.round((total - done) / perSecond * 1000))
                : OptionalLong.empty();
        return new Progress(version, label, done, Math.max(total, 0), perSecond, remaining);
    }
}
