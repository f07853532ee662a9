package org.aletheia.custody.timestamping;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aletheia.custody.store.TimestampStore.Owed;
import org.aletheia.platform.time.Ticker;

/**
 * How long what was published has been waiting for one authority. By the times that were written down, and, since a clock
 * may have been ahead when they were, at least for as long as this process has seen it wait.
 */
final class Lag {
    private final Ticker ticker;
    private long covered = -1;
    private long seenAt;

    Lag(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Zero where nothing is owed. */
    synchronized Duration of(Optional<Owed> owed, Instant now) {
        if (owed.isEmpty()) {
            covered = -1;
            return Duration.ZERO;
        }
        if (owed.get().covered() != covered) {
            covered = owed.get().covered();
            seenAt = ticker.nanos();
        }
        Duration seen = ticker.since(seenAt);
        return owed.get()
                .since()
                .map(since -> Duration.between(since, now))
                .filter(written -> written.compareTo(seen) > 0)
                .orElse(seen);
    }
}
