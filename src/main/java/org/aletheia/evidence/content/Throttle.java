package org.aletheia.evidence.content;

import java.time.Duration;

/** Holds whoever takes bytes to a rate. For one thread at a time. */
public final class Throttle {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long rate;
    private long due = System.nanoTime();

    /** @param rate bytes a second; 0 for as fast as it goes */
    public Throttle(long rate) {
        this.rate = rate;
    }

    /** Waits until so many bytes may have been taken; time that nobody used is not saved up. */
    public void took(long bytes) {
        if (rate == 0) {
            return;
        }
        long now = System.nanoTime();
        due = Math.max(due, now) + Math.round((double) bytes * SECOND / rate);
        try {
            Thread.sleep(Duration.ofNanos(due - now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
