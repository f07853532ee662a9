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
     * @param oursCpu processor seconds of all counted turns of the server's side
     * @param bareCpu the same of the bare service's side
     */
    record Times(List<Double> ours, List<Double> bare, Components.Cpu oursCpu, Components.Cpu bareCpu) {

        /** What one of so many pieces of work per turn costs on each side. */
        String cpuEach(long perTurn) {
            return "ours: " + oursCpu.each(perTurn * ours.size()) + "; bare: " + bareCpu.each(perTurn * bare.size());
        }

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

    /** Turns of each that are not counted, unless more are asked for. */
    static final int WARM_UPS = 1;

    private final int runs;
    private final Components components;

    Pairs(int runs, Components components) {
        this.runs = runs;
        this.components = components;
    }

    /** Counted turns of each pair. */
    int runs() {
        return runs;
    }

    /** After {@link #WARM_UPS} of each. */
    Times measure(String name, Work ours, Work bare) throws Exception {
        return measure(name, WARM_UPS, ours, bare);
    }

    /** @param warmUps turns of each that are not counted */
    Times measure(String name, int warmUps, Work ours, Work bare) throws Exception {
        return measure(name, warmUps, ours, bare, () -> {});
    }

    /** @param settle is done before each turn of either side, and not timed */
    Times measure(String name, int warmUps, Work ours, Work bare, Work settle) throws Exception {
        System.out.print("  " + name + ": warm-up");
        System.out.flush();
        for (int i = 0; i < warmUps; i++) {
            settle.run();
            ours.run();
            settle.run();
            bare.run();
        }
        List<Double> oursSeconds = new ArrayList<>();
        List<Double> bareSeconds = new ArrayList<>();
        Components.Cpu oursCpu = Components.Cpu.none();
        Components.Cpu bareCpu = Components.Cpu.none();
        for (int i = 0; i < runs; i++) {
            settle.run();
            Components.Cpu begin = components.now();
            oursSeconds.add(seconds(ours));
            oursCpu = oursCpu.plus(components.now().since(begin));
            settle.run();
            begin = components.now();
            bareSeconds.add(seconds(bare));
            bareCpu = bareCpu.plus(components.now().since(begin));
            System.out.printf(" · %.2f/%.2f s", oursSeconds.getLast(), bareSeconds.getLast());
            System.out.flush();
        }
        var times = new Times(oursSeconds, bareSeconds, oursCpu, bareCpu);
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
