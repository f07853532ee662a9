package org.aletheia.custody.timestamping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.aletheia.custody.store.TimestampStore.Owed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LagTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Lag lag = new Lag(nanos::get);

    @Test
    void nothingOwedIsNoLag() {
        assertThat(lag.of(Optional.empty(), NOW)).isZero();
    }

    @Test
    void itIsCountedFromWhatWasWrittenDown() {
        assertThat(lag.of(owed(3, NOW.minusSeconds(70)), NOW)).isEqualTo(Duration.ofSeconds(70));
    }

    /** A year ahead for a minute, while the first checkpoint that is owed was signed. */
    @Test
    void aClockThatWasAheadHidesNoMoreThanThisProcessHasSeen() {
        Optional<Owed> owed = owed(3, NOW.plus(Duration.ofDays(365)));
        assertThat(lag.of(owed, NOW)).isZero();
        nanos.addAndGet(Duration.ofHours(30).toNanos());
        assertThat(lag.of(owed, NOW)).isEqualTo(Duration.ofHours(30));
        assertThat(lag.of(Optional.of(new Owed(3, Optional.empty())), NOW)).isEqualTo(Duration.ofHours(30));
    }

    @Test
    void aNewTimestampBeginsItAnew() {
        lag.of(owed(3, NOW), NOW);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(lag.of(owed(5, NOW), NOW)).isZero();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        lag.of(Optional.empty(), NOW);
        assertThat(lag.of(owed(5, NOW), NOW)).isZero();
    }

    private static Optional<Owed> owed(long covered, Instant since) {
        return Optional.of(new Owed(covered, Optional.of(since)));
    }
}
