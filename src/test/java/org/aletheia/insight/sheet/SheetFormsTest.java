package org.aletheia.insight.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SheetFormsTest {
    @Test
    void aLineOfCsvIsQuotedAndEndsWithCrLf() {
        assertThat(Csv.line(List.of("a", "say \"x\", y", "two\r\nlines", "")))
                .isEqualTo("\"a\",\"say \"\"x\"\", y\",\"two\r\nlines\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\n=1",
                "\u00A0=1",
                "\uFEFF=1",
                "\uFF1D1",
                "\uFF0B1"
            })
    void whatASpreadsheetTakesForAFormulaIsDefused(String cell) {
        assertThat(Csv.line(List.of(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "2014-03-05", "", " ", "'=1", "Харків"})
    void whatIsNoneStaysAsItIs(String cell) {
        assertThat(Csv.line(List.of(cell))).isEqualTo("\"" + cell + "\"\r\n");
    }

    @Test
    void aLineOfALoadFileHasItsDelimiters() {
        assertThat(LoadFile.line(List.of("A", "b\r\nc\nd"))).isEqualTo("þAþ\u0014þb®c®dþ\r\n");
    }

    @Test
    void noTextBreaksOutOfItsFieldInALoadFile() {
        assertThat(LoadFile.line(List.of("þor\u0014þ®\u0000\u2028x"))).isEqualTo("þthor th(R) ®xþ\r\n");
    }
}
