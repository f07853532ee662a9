package org.aletheia.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class RegistrationPatternTest {
    @Test
    void countsByYear() {
        RegistrationPattern pattern = new RegistrationPattern("ALT-{year}-{number:6}");
        assertThat(pattern.series(2026)).isEqualTo("ALT-2026-");
        assertThat(pattern.number(2026, 1)).isEqualTo("ALT-2026-000001");
        assertThat(pattern.number(2026, 1_234_567)).isEqualTo("ALT-2026-1234567");
    }

    @Test
    void countsOnWithoutYear() {
        RegistrationPattern pattern = new RegistrationPattern("IIM/{number:4}");
        assertThat(pattern.series(2026)).isEqualTo(pattern.series(2027));
        assertThat(pattern.number(2026, 42)).isEqualTo("IIM/0042");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALT",
                "{number:0}",
                "{number}",
                "{number:6}-{year}",
                "{year}{year}{number:3}",
                "a b{number:3}"
            })
    void refusesPatternsThatCouldRepeatANumber(String pattern) {
        assertThatThrownBy(() -> new RegistrationPattern(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
