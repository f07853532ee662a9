package org.aletheia.evidence.anonymous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TimelyStreamTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatComesInTimeIsReadAndWhatComesLateIsGivenUp() throws Exception {
        InputStream bytes = new ByteArrayInputStream(new byte[] {1, 2, 3});
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        assertThat(new TimelyStream(bytes, clock, NOW.plusSeconds(1)).read(new byte[2], 0, 2))
                .isEqualTo(2);
        assertThatThrownBy(() -> new TimelyStream(bytes, clock, NOW).read()).isInstanceOf(InterruptedIOException.class);
        assertThat(bytes.read()).isEqualTo(3);
    }
}
