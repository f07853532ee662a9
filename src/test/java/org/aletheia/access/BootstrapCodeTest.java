package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aletheia.access.BootstrapCode.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class BootstrapCodeTest {
    private static final String CODE = "0123456789abcdef";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theRightCodeIsHeard() {
        assertThat(code(Optional.of(CODE), Clock.systemUTC()).hear(CODE)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void withoutACodeOrWithAShortOneNothingIsRight() {
        assertThat(code(Optional.empty(), Clock.systemUTC()).hear("")).isEqualTo(Verdict.WRONG);
        assertThat(code(Optional.of("short"), Clock.systemUTC()).hear("short")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void afterTooManyWrongOnesEvenTheRightIsNotHeardUntilTheWindowHasPassed() {
        SettableClock clock = new SettableClock();
        BootstrapCode code = code(Optional.of(CODE), clock);
        for (int i = 0; i < 3; i++) {
            assertThat(code.hear("wrong")).isEqualTo(Verdict.WRONG);
        }
        assertThat(code.hear(CODE)).isEqualTo(Verdict.TOO_MANY);
        clock.now = START.plus(Duration.ofMinutes(16));
        assertThat(code.hear(CODE)).isEqualTo(Verdict.RIGHT);
    }

    private static BootstrapCode code(Optional<String> configured, Clock clock) {
        return new BootstrapCode(new Config(configured), clock);
    }

    private record Config(Optional<String> code) implements AccessConfig {
        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration attemptWindow() {
            return Duration.ofMinutes(15);
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
