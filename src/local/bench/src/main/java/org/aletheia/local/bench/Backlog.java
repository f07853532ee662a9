package org.aletheia.local.bench;

import java.util.List;
import java.util.Locale;

/**
 * Events that were taken in while nothing ordered them, integrated by a server that starts afresh: how fast, and in how
 * much memory.
 */
final class Backlog {
    private static final int SMALL = 100_000;
    private static final int LARGE = 1_000_000;

    private final LogState log;
    private final Filler filler;
    private final Starter starter;

    /** Has so many events taken in and nothing else done. */
    interface Filler {
        void fill(int events) throws Exception;
    }

    /** Starts the server as it is shipped. */
    interface Starter {
        ServerProcess start() throws Exception;
    }

    Backlog(LogState log, Filler filler, Starter starter) {
        this.log = log;
        this.filler = filler;
        this.starter = starter;
    }

    /** What {@link #figures} needs: events on their way, in the journal, and the database's own log. */
    static DiskSpace space() {
        return new DiskSpace(0, (SMALL + LARGE) * 4096L);
    }

    private record Integration(double seconds, long peakMiB) {}

    List<Figure> figures() throws Exception {
        Integration small = integrate(SMALL);
        Integration large = integrate(LARGE);
        return List.of(
                figure(SMALL, small, Double.NaN, "–"),
                figure(LARGE, large, (double) large.peakMiB() / small.peakMiB(), "≤ 1.10"));
    }

    private static Figure figure(int events, Integration done, double ratio, String target) {
        return new Figure(
                "backlog of " + events + " events integrated; resident memory, peak meanwhile",
                String.format(Locale.ROOT, "%.0f/s, %d MiB", events / done.seconds(), done.peakMiB()),
                "–",
                ratio,
                target,
                "–");
    }

    private Integration integrate(int events) throws Exception {
        System.out.println("  backlog of " + events + " events");
        log.holdSequencing();
        filler.fill(events);
        long end = log.size() + events;
        try (ServerProcess server = starter.start()) {
            server.resetPeak();
            long start = System.nanoTime();
            log.releaseSequencing();
            log.await("select size >= " + end + " from log_head");
            double seconds = (System.nanoTime() - start) / 1e9;
            log.awaitPublished();
            return new Integration(seconds, server.peakResidentMiB());
        }
    }
}
