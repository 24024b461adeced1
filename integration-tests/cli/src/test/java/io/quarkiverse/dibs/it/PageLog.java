package io.quarkiverse.dibs.it;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** What went wrong in a page of the browser, for whoever reads why a test failed on a machine that is not his. */
final class PageLog {

    private static final int FIRST_ERROR = 400;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final long begin = System.nanoTime();

    private PageLog() {
    }

    static PageLog of(Page page) {
        PageLog log = new PageLog();
        page.onFrameNavigated(frame -> log.add("navigated to " + frame.url()));
        page.onPageError(error -> log.add("error " + error));
        page.onRequestFailed(request -> log.add("failed " + request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= FIRST_ERROR) {
                log.add(response.status() + " " + response.url());
            }
        });
        page.onWebSocket(socket -> {
            log.add("connected");
            socket.onClose(closed -> log.add("connection closed"));
        });
        return log;
    }

    private void add(String line) {
        lines.add((System.nanoTime() - begin) / 1_000_000 + " ms: " + line);
    }

    String at(Page page) {
        return "The page was at " + page.url() + ", and showed\n" + shown(page) + "\nIt had\n" + String.join("\n", lines);
    }

    /** A page that has crashed says nothing, and must not hide why the test failed. */
    private static String shown(Page page) {
        try {
            return page.locator("body").innerText();
        } catch (PlaywrightException e) {
            return "(nothing: " + e.getMessage() + ")";
        }
    }
}
