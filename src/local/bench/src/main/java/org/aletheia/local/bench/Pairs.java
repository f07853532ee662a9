package org.aletheia.local.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Runs two pieces of work in turn, ours and the bare one, after a warm-up of each. Taking turns makes a machine that
 * slows down during the run slow both.
 */
final class Pairs {

    /**
     * Seconds of each counted run, by side.
     *
     * @param ours seconds of the server's side
     * @param bare seconds of the bare service's side, same index = same turn
     */
    record Times(List<Double> ours, List<Double> bare) {

        double oursMedian() {
            return median(ours);
        }

        double bareMedian() {
            return median(bare);
        }

        /** How much of the bare service's speed is kept: the median over the turns of bare time ÷ our time. */
        double speedRatio() {
            var ratios = new ArrayList<Double>();
            for (int i = 0; i < ours.size(); i++) {
                ratios.add(bare.get(i) / ours.get(i));
            }
            return median(ratios);
        }
    }

    private final int runs;

    Pairs(int runs) {
        this.runs = runs;
    }

    /** Counted turns of each pair; one more is the warm-up. */
    int runs() {
        return runs;
    }

    Times measure(String name, Work ours, Work bare) throws Exception {
        System.out.print("  " + name + ": warm-up");
        System.out.flush();
        ours.run();
        bare.run();
        var times = new Times(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < runs; i++) {
            times.ours().add(seconds(ours));
            times.bare().add(seconds(bare));
            System.out.printf(
                    " · %.2f/%.2f s", times.ours().getLast(), times.bare().getLast());
            System.out.flush();
        }
        System.out.printf(" → ratio %.2f%n", times.speedRatio());
        return times;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** The value below which the given share lies, interpolated between neighbours. */
    static double percentile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Something to time. */
    interface Work {
        void run() throws Exception;
    }

    /** Runs the same call on several threads at once until all have done their share; returns after the last. */
    static void together(int threads, Callable<?> each) throws Exception {
        var failures = new ArrayList<Exception>();
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = Thread.ofVirtual().start(() -> {
                try {
                    each.call();
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
        }
        for (Thread worker : Arrays.asList(workers)) {
            worker.join();
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
