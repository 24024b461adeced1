package io.quarkiverse.dibs.cli.terminal;

import java.io.PrintStream;

import io.quarkiverse.dibs.report.SourceLinks;
import io.quarkiverse.dibs.report.TextWidth;

/** The line at the bottom that says what is under way, with a sign before it that turns. Thread-safe. */
final class StatusLine {

    private static final String FRAMES = "|/-\\";
    private static final long TURN_MILLIS = 120;
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    private final PrintStream out;
    private final int width;
    private Thread turning;
    private String shown;
    private int frame;

    /**
     * @param width of the terminal, or 0 when nobody knows
     */
    StatusLine(PrintStream out, int width) {
        this.out = out;
        this.width = width <= 0 ? USUAL_WIDTH : Math.max(LEAST_WIDTH, width);
    }

    synchronized void show(String line) {
        shown = cut(line.strip());
        paint();
        if (turning == null) {
            turning = new Thread(this::turn, "dibs-status");
            turning.setDaemon(true);
            turning.start();
        }
        notifyAll();
    }

    synchronized void clear() {
        if (shown != null) {
            shown = null;
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    private void paint() {
        out.print("\r\u001b[K" + FRAMES.charAt(frame % FRAMES.length()) + " " + shown);
        out.flush();
    }

    private synchronized void turn() {
        try {
            while (true) {
                if (shown == null) {
                    wait();
                } else {
                    wait(TURN_MILLIS);
                    frame++;
                    if (shown != null) {
                        paint();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line that is longer than the terminal could not be taken back. */
    private String cut(String line) {
        int room = width - FRAMES.length();
        return TextWidth.of(SourceLinks.visible(line)) <= room ? line
                : Wrapped.cut(SourceLinks.visible(line), room - 3) + "...";
    }
}
