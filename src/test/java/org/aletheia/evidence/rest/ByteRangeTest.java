package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-9, 0, 9",
        "bytes=0-, 0, 9",
        "bytes=3-5, 3, 5",
        "bytes=9-, 9, 9",
        "bytes=3-100, 3, 9",
        "bytes=-1, 9, 9",
        "bytes=-10, 0, 9",
        "bytes=-100, 0, 9",
        "Bytes= 2-3, 2, 3",
    })
    void readsOneRangeOfTenBytes(String header, long from, long to) throws Exception {
        assertThat(ByteRange.of(header, 10)).contains(new ByteRange(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-3",
                "bytes=1-2,4-5",
                "lines=1-2",
                "bytes=a-b",
                "bytes=1 - 2",
                "bytes=--1",
                "bytes=0x1-2",
                "bytes=99999999999999999999-"
            })
    void ignoresWhatIsNotOneRange(String header) throws Exception {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void refusesRangesWithoutAnyByte(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 10)).isInstanceOf(ByteRange.UnsatisfiableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void refusesEveryRangeOfNoBytes(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 0)).isInstanceOf(ByteRange.UnsatisfiableException.class);
    }

    @Test
    void saysWhichPartOfWhat() {
        assertThat(new ByteRange(3, 5).contentRange(10)).isEqualTo("bytes 3-5/10");
        assertThat(new ByteRange(3, 5).length()).isEqualTo(3);
    }
}
