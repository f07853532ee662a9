package org.aletheia.platform.time;

import java.time.Clock;

/** The server's clock, for what runs without its container. */
public final class ServerClock {
    private ServerClock() {}

    /** UTC. */
    public static Clock utc() {
        return Clock.systemUTC();
    }
}
