package io.quarkiverse.dibs.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.dibs.cli.command.CommandLines;
import io.quarkiverse.dibs.cli.command.EarlyClient;
import io.quarkiverse.dibs.cli.command.WrittenOutput;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The {@code dibs} command. It starts no Quarkus container: nothing here needs one, and it would cost more time than the rest
 * (docs/decisions). When it is interrupted, the process ends only after the running command has cleaned up, or
 * has been cleaned up after.
 */
@QuarkusMain
public final class Main {

    private static final long CLEAN_UP_SECONDS = 60;

    private Main() {
    }

    public static void main(String... arguments) {
        MemoryWatch.begin();
        EarlyClient.beginFor(arguments);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (ended.getCount() > 0 && Interruption.request()) {
                await(ended);
            }
        }, "dibs-interrupted"));
        int status;
        try {
            status = WrittenOutput.status(CommandLines.create(arguments).execute(arguments));
            EarlyClient.end();
        } finally {
            ended.countDown();
        }
        end(status);
    }

    /**
     * Where nothing is left to be done at the end of the process, it ends at once: since Java 21 an orderly exit first looks
     * for
     * somebody to write it into a log, which takes longer than to read a command line.
     */
    private static void end(int status) {
        if (!Interruption.isRequested() && !EmbeddedPostgres.anyOpen() && !ProcessEnd.isOrderly()) {
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
