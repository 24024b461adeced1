package io.quarkiverse.dibs.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the table of figures, a line as soon as it is known. */
final class Report {

    private static final String FORMAT = "%-62s %12s %12s %7s  %s%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
        out.printf(FORMAT, "what", "dibs", "floor", "ratio", "wanted");
    }

    void line(String what, Paired paired, String wanted) {
        line(what + " (" + paired.pairs() + " pairs)", millis(paired.measuredMillis()), millis(paired.floorMillis()),
                paired.ratio(), wanted);
    }

    void line(String what, String measured, String floor, double ratio, String wanted) {
        out.printf(FORMAT, what, measured, floor, String.format(Locale.ROOT, "%.2f", ratio), wanted);
        out.flush();
    }

    void alone(String what, double millis, String wanted) {
        out.printf(FORMAT, what, millis(millis), "", "", wanted);
        out.flush();
    }

    void skip(String what, String why) {
        out.printf("%-62s skipped: %s%n", what, why);
        out.flush();
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f ms" : "%.0f ms", value);
    }
}
