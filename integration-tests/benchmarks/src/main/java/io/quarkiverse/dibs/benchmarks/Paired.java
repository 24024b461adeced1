package io.quarkiverse.dibs.benchmarks;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Two things measured in turn, A B A B, so that what else the machine does falls on both. The ratio is the median of the ratios
 * of
 * the pairs, the times are medians too.
 */
record Paired(double measuredMillis, double floorMillis, double ratio, int pairs) {

    static Paired measure(int warmUps, int pairs, Callable<?> measured, Callable<?> floor) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            measured.call();
            floor.call();
        }
        double[] a = new double[pairs];
        double[] b = new double[pairs];
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            // which one goes first alternates, or the second would always find what the first left in the caches
            if (i % 2 == 0) {
                a[i] = millis(measured);
                b[i] = millis(floor);
            } else {
                b[i] = millis(floor);
                a[i] = millis(measured);
            }
            ratios[i] = a[i] / b[i];
        }
        return new Paired(median(a), median(b), median(ratios), pairs);
    }

    static double millis(Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1e6;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
