package org.aletheia.platform.time;

import java.time.Duration;

/**
 * Nanoseconds since some moment of this process, for everything that waits or lasts within it: unlike the clock, nobody sets
 * it forward or back.
 */
@FunctionalInterface
public interface Ticker {
    /** How many by now; says nothing by itself. */
    long nanos();

    /** That of the machine. */
    static Ticker ofMachine() {
        return System::nanoTime;
    }

    /** How long ago that was. @param nanos what {@link #nanos()} gave then */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}
