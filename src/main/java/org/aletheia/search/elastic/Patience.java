package org.aletheia.search.elastic;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a caller waits for Elasticsearch to have room for a request. May be shared by threads. */
public final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration longest;
    private final BooleanSupplier goOn;

    /**
     * @param longest for one request; then its refusal stands
     * @param goOn asked before each pause, at least every 5 s; false gives up
     */
    public Patience(Duration longest, BooleanSupplier goOn) {
        this.longest = longest;
        this.goOn = goOn;
    }

    /**
     * Runs the call, and again after a pause that doubles as long as Elasticsearch answers that it is too busy. Thus the
     * call must be one that can be repeated.
     *
     * @throws SearchUnavailableException it is still too busy, or cannot be reached
     */
    public void run(Runnable call) {
        long begin = System.nanoTime();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                call.run();
                return;
            } catch (SearchBusyException e) {
                if (System.nanoTime() - begin >= longest.toNanos() || !goOn.getAsBoolean()) {
                    throw e;
                }
                sleep(pause, e);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause, SearchBusyException refusal) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
