package org.aletheia.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the server's clock: UTC, for showing and expiring, never for ordering. */
class ClockProducer {
    @Produces
    @Singleton
    Clock clock() {
        return ServerClock.utc();
    }
}
