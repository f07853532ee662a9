package org.aletheia.custody.log;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;

/** Until when something is locked that is locked anew in each calendar year (UTC). */
final class LockPeriod {
    private LockPeriod() {}

    /** As long as that after the year has ended: so every lock always reaches at least so far ahead. */
    static Instant end(Year year, Duration length) {
        return year.plusYears(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(length.toSeconds());
    }
}
