package org.aletheia.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class WatchedClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final WatchedClock clock = new WatchedClock(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void saysNothingOfAClockThatGoesOn() {
        for (int i = 0; i < 10; i++) {
            now = now.plusMillis(i);
            assertThat(clock.instant()).isEqualTo(now);
        }
        assertThat(clock.setBack()).isEmpty();
    }

    @Test
    void bearsTheSmallCorrectionsOfTimeServices() {
        clock.instant();
        now = NOON.minusMillis(900);
        assertThat(clock.setBack()).isEmpty();
    }

    @Test
    void noticesAClockThatRunsBackwardsUntilItHasCaughtUp() {
        clock.instant();
        now = NOON.minusSeconds(60);
        assertThat(clock.instant())
                .as("the time as it is, never an invented one")
                .isEqualTo(now);
        assertThat(clock.setBack()).contains(new WatchedClock.SetBack(NOON, now));
        now = NOON.minusSeconds(1);
        assertThat(clock.setBack()).isPresent();
        now = NOON.plusSeconds(1);
        assertThat(clock.setBack()).isEmpty();
    }

    @Test
    void noticesThatALaterTimeWasWrittenDownBefore() {
        clock.wasAt(NOON.plus(Duration.ofHours(2)));
        assertThat(clock.setBack()).isPresent();
        now = NOON.plus(Duration.ofHours(3));
        assertThat(clock.setBack()).isEmpty();
    }
}
