package io.quarkiverse.dibs.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.dibs.cli.command.CommandLines;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The {@code dibs} command. When it is interrupted, the process ends only after the running command has cleaned up. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final long CLEAN_UP_SECONDS = 60;

    @Override
    public int run(String... arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            Interruption.request();
            await(ended);
        }, "dibs-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return CommandLines.create().execute(arguments);
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // it runs, and has been told
            return;
        }
    }
}
