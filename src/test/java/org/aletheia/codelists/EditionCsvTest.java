package org.aletheia.codelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EditionCsvTest {
    private static final ListEdition NOTHING = new ListEdition(null, null, null, null, null);

    private final Findings findings = new Findings();

    @Test
    void columnsBecomeRows() {
        ListEdition.Given given = read("""
                \uFEFFcode,parent,status,validFrom,validTo,source,label.en,label.ar,attribute.penalty
                PC-1,,provisional,2001-02-03,,,"murder, ""aggravated\""",قتل,20 years\r
                PC-1a,PC-1,,,2010-01-01,Act 7,"two
                lines",,

                PC-2,,,,,,theft,,
                """);
        assertThat(findings.list()).isEmpty();
        assertThat(given.lines()).containsExactly(2, 3, 6);
        List<ListEdition.Row> rows = EditionFold.rows(given.edition());
        assertThat(rows.get(0))
                .isEqualTo(new ListEdition.Row(
                        "PC-1",
                        null,
                        "provisional",
                        "2001-02-03",
                        null,
                        null,
                        Map.of("en", "murder, \"aggravated\"", "ar", "قتل"),
                        Map.of("penalty", "20 years")));
        assertThat(rows.get(1))
                .isEqualTo(new ListEdition.Row(
                        "PC-1a", "PC-1", null, null, "2010-01-01", "Act 7", Map.of("en", "two\nlines"), null));
        assertThat(rows.get(2).code()).isEqualTo("PC-2");
    }

    @Test
    void aLastLineNeedsNoEnd() {
        assertThat(EditionFold.rows(read("code,label.en\na,b").edition())).hasSize(1);
        assertThat(EditionFold.rows(read("code,label.en\na,").edition())).hasSize(1);
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void theHeaderIsUnderstoodOrRefused() {
        read("kode,parent,parent,label.,attribute.\n");
        assertThat(findings.list())
                .containsExactly(
                        new Finding("", "column-unknown", Map.of("line", 1, "column", 1)),
                        new Finding("", "column-repeated", Map.of("line", 1, "column", 3)),
                        new Finding("", "column-unknown", Map.of("line", 1, "column", 4)),
                        new Finding("", "column-unknown", Map.of("line", 1, "column", 5)),
                        new Finding("", "column-required", Map.of("line", 1, "required", "code")));
    }

    @Test
    void eachRecordHasAFieldAColumn() {
        ListEdition.Given given = read("code,label.en\na,b,c\nd\ne,f\n");
        assertThat(findings.list())
                .containsExactly(
                        new Finding("/codes/0", "csv-fields", Map.of("line", 2, "expected", 2)),
                        new Finding("/codes/0", "csv-fields", Map.of("line", 3, "expected", 2)));
        assertThat(given.lines()).containsExactly(4);
    }

    @Test
    void aQuoteOutOfPlaceEndsTheReading() {
        for (String record : List.of("a,b\"c", "a,\"b\"c", "a,\"b", "a,b\rc")) {
            Findings found = new Findings();
            EditionCsv.read(bytes("code,label.en\n" + record + "\n"), NOTHING, found);
            assertThat(found.list()).as(record).contains(new Finding("", "csv-quote", Map.of("line", 2)));
        }
    }

    @Test
    void textIsUtf8() {
        EditionCsv.read(new byte[] {'c', (byte) 0xff}, NOTHING, findings);
        assertThat(findings.list()).containsExactly(new Finding("", "csv-encoding"));
    }

    @Test
    void nothingIsNoEdition() {
        read("");
        assertThat(findings.list()).containsExactly(new Finding("", "body-required"));
    }

    /** No bytes break the reader; what it reads it can tell of. */
    @Test
    void anyBytesAreSurvived() {
        Random random = new Random(7);
        String alphabet = "code,label.en\"\r\n a\u0000é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "code,label.en\n" : "");
            for (int j = random.nextInt(30); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Findings found = new Findings();
            ListEdition.Given given = EditionCsv.read(bytes(text.toString()), NOTHING, found);
            EditionCheck.check("l", null, given, found);
            assertThat(given.lines())
                    .hasSameSizeAs(Objects.requireNonNull(given.edition().codes()));
        }
    }

    private ListEdition.Given read(String text) {
        return EditionCsv.read(bytes(text), NOTHING, findings);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
