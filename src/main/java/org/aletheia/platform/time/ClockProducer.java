package org.aletheia.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the server's clock: UTC, for showing and expiring, never for ordering. */
class ClockProducer {
    @Produces
    @Singleton
    @Typed({Clock.class, WatchedClock.class})
    WatchedClock clock() {
        return new WatchedClock(ServerClock.utc());
    }
}
