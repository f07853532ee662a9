package org.aletheia.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * A clock that notices when it runs backwards. It gives the time as it is, also then: nothing is ordered by time, and a
 * corrected time would be an invented one. Notices less than a correction that time services make all day long.
 */
public final class WatchedClock extends Clock {
    private static final Logger LOG = Logger.getLogger(WatchedClock.class);
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final Clock clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<Optional<SetBack>> noticed = new AtomicReference<>(Optional.empty());

    public WatchedClock(Clock clock) {
        this.clock = clock;
    }

    /** The clock showed {@code from} and afterwards {@code to}, which is earlier. */
    public record SetBack(Instant from, Instant to) {}

    @Override
    public Instant instant() {
        Instant now = clock.instant();
        Instant before = latest.getAndAccumulate(now, (one, other) -> one.isAfter(other) ? one : other);
        if (before != Instant.MIN && now.isBefore(before.minus(TOLERANCE))) {
            notice(before, now);
        } else if (noticed.get().isPresent() && !now.isBefore(before)) {
            noticed.set(Optional.empty());
        }
        return now;
    }

    /** Tells of a time that somebody wrote down earlier, by this clock or that of another replica. */
    public void wasAt(Instant earlier) {
        latest.accumulateAndGet(earlier, (one, other) -> one.isAfter(other) ? one : other);
        instant();
    }

    /** While the clock shows less than it showed before; empty again once it has passed that time. */
    public Optional<SetBack> setBack() {
        instant();
        return noticed.get();
    }

    /** Logged once for each time that it happens. */
    private void notice(Instant before, Instant now) {
        if (noticed.getAndSet(Optional.of(new SetBack(before, now))).isEmpty()) {
            LOG.errorf(
                    "the clock runs backwards: it showed %s, and now %s. Times of events are not to be relied on",
                    before, now);
        }
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WatchedClock(clock.withZone(zone));
    }
}
