package org.aletheia.testimony.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DoorLimitsTest {
    private final Watch watch = new Watch();
    private final DoorLimits limits = new DoorLimits(new Config(3, 5), watch);

    @Test
    void wrongWordsCloseACodeForEverybodyUntilTheWindowHasPassed() {
        DoorLimits.Attempt own = attempt("code", "own");
        for (int i = 0; i < 3; i++) {
            assertThat(limits.hears(own)).isTrue();
            limits.wrong(attempt("code", "thief " + i));
        }
        assertThat(limits.hears(own)).isFalse();
        assertThat(limits.hears(attempt("another code", "own"))).isTrue();
        watch.now = watch.now.plus(Duration.ofHours(1)).plusSeconds(1);
        assertThat(limits.hears(own)).isTrue();
    }

    @Test
    void anAddressIsHeardNoMoreAfterManyWrongCodes() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.hears(attempt("code " + i, "crowd"))).isTrue();
            limits.wrong(attempt("code " + i, "crowd"));
        }
        assertThat(limits.hears(attempt("mine", "crowd"))).isFalse();
        assertThat(limits.hears(attempt("mine", "elsewhere"))).isTrue();
    }

    /** Who goes on trying waits on. */
    @Test
    void whatIsNotHeardCountsToo() {
        DoorLimits.Attempt attempt = attempt("code", "thief");
        for (int minute = 0; minute < 90; minute += 10) {
            limits.wrong(attempt);
            watch.now = watch.now.plus(Duration.ofMinutes(10));
        }
        assertThat(limits.hears(attempt)).isFalse();
    }

    @Test
    void noAddressIsInWhatIsCountedBy() {
        DoorLimits.Attempt attempt = attempt("code", "192.0.2.1");
        assertThat(attempt.toString()).doesNotContain("192.0.2.1");
        assertThat(attempt).isEqualTo(attempt("code", "192.0.2.1"));
        DoorLimits other = new DoorLimits(new Config(3, 5), watch);
        assertThat(other.attempt(bytes("code"), "192.0.2.1"))
                .as("another process")
                .isNotEqualTo(attempt);
    }

    private DoorLimits.Attempt attempt(String code, String address) {
        return limits.attempt(bytes(code), address);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Config(int wrongPerCode, int wrongPerAddress) implements DoorConfig {
        @Override
        public Duration codeLife() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration sessionLife() {
            return Duration.ofMinutes(15);
        }

        @Override
        public URI leaveTo() {
            return URI.create("https://example.org/");
        }

        @Override
        public Duration wrongWindow() {
            return Duration.ofHours(1);
        }
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
