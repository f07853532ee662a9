package org.aletheia.evidence.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.aletheia.kernel.MalformedValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers go into the journal, names never. */
@Tag("unit")
class ReferenceNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "AB-000123", "ICC-01/22-7", "S000123", "2026.17", "UN/2026/4-B"})
    void numbersAreTaken(String number) {
        assertThat(ReferenceNumber.check(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OLENA",
                "KOVALENKO-1",
                "olena-1",
                "Olena 1",
                "AB--1",
                "-1",
                "1-",
                "AB CD 1",
                "1\n",
                "№1",
                "A-B-C"
            })
    void whatCouldBeANameIsNot(String text) {
        assertThatThrownBy(() -> ReferenceNumber.check(text))
                .isInstanceOfSatisfying(MalformedValueException.class, refused -> assertThat(refused.reason())
                        .isEqualTo("not-a-number"));
    }

    @Test
    void longTextIsRefusedAtOnce() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThatThrownBy(() -> ReferenceNumber.check("A1-".repeat(100_000)))
                        .isInstanceOf(MalformedValueException.class));
    }
}
