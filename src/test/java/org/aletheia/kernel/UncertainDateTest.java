package org.aletheia.kernel;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class UncertainDateTest {

    @ParameterizedTest
    @CsvSource({
        "2014, 2014-01-01T00:00:00Z, 2014-12-31T23:59:59.999Z",
        "2014-03, 2014-03-01T00:00:00Z, 2014-03-31T23:59:59.999Z",
        "2014-03-05, 2014-03-05T00:00:00Z, 2014-03-05T23:59:59.999Z",
        "2012-02, 2012-02-01T00:00:00Z, 2012-02-29T23:59:59.999Z",
        "2014-03?, 2014-03-01T00:00:00Z, 2014-03-31T23:59:59.999Z",
        "2014~, 2014-01-01T00:00:00Z, 2014-12-31T23:59:59.999Z",
        "2014-03-05%, 2014-03-05T00:00:00Z, 2014-03-05T23:59:59.999Z",
        "2014-XX, 2014-01-01T00:00:00Z, 2014-12-31T23:59:59.999Z",
        "2014-XX-05, 2014-01-05T00:00:00Z, 2014-12-05T23:59:59.999Z",
        "2014-02-XX, 2014-02-01T00:00:00Z, 2014-02-28T23:59:59.999Z",
        "2014-XX-31, 2014-01-31T00:00:00Z, 2014-12-31T23:59:59.999Z",
        "2014-1X, 2014-10-01T00:00:00Z, 2014-12-31T23:59:59.999Z",
        "201X, 2010-01-01T00:00:00Z, 2019-12-31T23:59:59.999Z",
        "19XX~, 1900-01-01T00:00:00Z, 1999-12-31T23:59:59.999Z",
        "20XX-02-29, 2000-02-29T00:00:00Z, 2096-02-29T23:59:59.999Z",
        "XXXX-12-25, 0000-12-25T00:00:00Z, 9999-12-25T23:59:59.999Z",
        "2014-21, 2014-03-01T00:00:00Z, 2014-11-30T23:59:59.999Z",
        "2014-24?, 2013-12-01T00:00:00Z, 2015-02-28T23:59:59.999Z",
        "2015-22, 2014-12-01T00:00:00Z, 2016-02-29T23:59:59.999Z",
        "2014-03-05T14:30:00Z, 2014-03-05T14:30:00Z, 2014-03-05T14:30:00.999Z",
        "2014-03-05T14:30:00+02:00, 2014-03-05T12:30:00Z, 2014-03-05T12:30:00.999Z",
        "2014-03-05T14:30:00-03, 2014-03-05T17:30:00Z, 2014-03-05T17:30:00.999Z",
        "2014-03-05T14:30:00-00:30, 2014-03-05T15:00:00Z, 2014-03-05T15:00:00.999Z",
        "2014-03-05T14:30:00, 2014-03-05T14:30:00Z, 2014-03-05T14:30:00.999Z",
        "2014-03/2014-05, 2014-03-01T00:00:00Z, 2014-05-31T23:59:59.999Z",
        "2014-03~/2014-05-06?, 2014-03-01T00:00:00Z, 2014-05-06T23:59:59.999Z",
        "2014-03/.., 2014-03-01T00:00:00Z,",
        "2014-03/, 2014-03-01T00:00:00Z,",
        "../2014-03, , 2014-03-31T23:59:59.999Z",
        "/2014-03, , 2014-03-31T23:59:59.999Z",
        "2014/2014, 2014-01-01T00:00:00Z, 2014-12-31T23:59:59.999Z",
        "2014-03-05T10:00:00Z/2014-03-05T12:00:00Z, 2014-03-05T10:00:00Z, 2014-03-05T12:00:00.999Z"
    })
    void knowsItsBounds(String edtf, Instant earliest, Instant latest) {
        UncertainDate date = UncertainDate.parse(edtf);
        assertThat(date.earliest().orElse(null)).isEqualTo(earliest);
        assertThat(date.latest().orElse(null)).isEqualTo(latest);
        assertThat(date).hasToString(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-13",
                "2014-00",
                "2014-02-30",
                "2014-02-29",
                "2014-04-31",
                "2014-03-32",
                "2014-03-00",
                "2014-25",
                "2014-2X",
                "2014-02-3X",
                "20X1-02-29",
                "2014-03-05T24:00:00Z",
                "2014-03-05T23:59:60Z",
                "2014-02-30T10:00:00Z",
                "2014-03-05T10:00:00+19:00",
                "XXXX-04-31"
            })
    void refusesDatesThatCannotExist(String edtf) {
        assertRefused("edtf-impossible", () -> UncertainDate.parse(edtf));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "14",
                "2014-3",
                "2014/03/05",
                "05.03.2014",
                "2014-03-05 14:30",
                "2014-03-05T14:30Z",
                "today",
                "2014??",
                "?2014",
                "2014-03?-05",
                "/",
                "..",
                "../..",
                "/..",
                "2014/2015/2016",
                "-2014",
                "Y170000",
                "2014-03-05T14:30:00-00:00",
                "2014-03-05T14:30:00.5Z",
                "[2014,2015]",
                "2014-xx",
                "\u0662\u0660\u0661\u0664",
                "2014\n"
            })
    void refusesOtherForms(String edtf) {
        assertRefused("edtf-form", () -> UncertainDate.parse(edtf));
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertRefused("edtf-reversed", () -> UncertainDate.parse("2014-05/2014-03"));
        assertRefused("edtf-length", () -> UncertainDate.parse("2".repeat(65)));
    }

    @ParameterizedTest
    @CsvSource({
        "2014, 2014-06, true",
        "2014, 2015, false",
        "2014-03/.., 2020, true",
        "2014-03/.., 2013, false",
        "../2014, 2013/.., true",
        "../2014, 2015/.., false",
        "2014-01/2014-03, 2014-03/2014-05, true",
        "2014-03-05T10:00:00Z, 2014-03-05T12:00:00+02:00, true"
    })
    void overlapsBothWays(String one, String other, boolean overlap) {
        UncertainDate left = new UncertainDate(one);
        UncertainDate right = new UncertainDate(other);
        assertThat(left.overlaps(right)).isEqualTo(overlap);
        assertThat(right.overlaps(left)).isEqualTo(overlap);
    }

    @Test
    void knowsHowSureItIs() {
        assertThat(new UncertainDate("2014?").uncertain()).isTrue();
        assertThat(new UncertainDate("2014?").approximate()).isFalse();
        assertThat(new UncertainDate("2014~").approximate()).isTrue();
        assertThat(new UncertainDate("2014%").uncertain()).isTrue();
        assertThat(new UncertainDate("2014%").approximate()).isTrue();
        assertThat(new UncertainDate("2014/..").interval()).isTrue();
    }

    @Test
    void survivesDamage() {
        String text = "2014-XX-05?/2015-03-05T14:30:00+02:00";
        Mutations.fuzz(text, bytes -> {
            UncertainDate date = UncertainDate.parse(new String(bytes, StandardCharsets.UTF_8));
            date.earliest().ifPresent(from -> date.latest()
                    .ifPresent(to -> assertThat(from).isBeforeOrEqualTo(to)));
        });
    }
}
