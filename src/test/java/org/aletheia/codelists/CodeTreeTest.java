package org.aletheia.codelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CodeTreeTest {
    private static final CodeList LIST = new CodeList(
            "l",
            "1",
            0,
            "test",
            null,
            null,
            Map.of("en", "list"),
            List.of(
                    entry("a", null, null, null),
                    entry("a1", "a", "2010-01-01", "2019-12-31"),
                    entry("a1x", "a1", "2005-01-01", null),
                    entry("a2", "a", null, null),
                    entry("b", null, "2020-01-01", null)));

    @Test
    void rowsStandUnderTheirBroaderOnes() {
        assertThat(shown(CodeTree.of(LIST, null))).isEqualTo("a(a1(a1x) a2) b");
    }

    @Test
    void onADayOnlyWhatHoldsThen() {
        assertThat(shown(CodeTree.of(LIST, LocalDate.of(2015, 1, 1)))).isEqualTo("a(a1(a1x) a2)");
        assertThat(shown(CodeTree.of(LIST, LocalDate.of(2019, 12, 31)))).isEqualTo("a(a1(a1x) a2)");
        assertThat(shown(CodeTree.of(LIST, LocalDate.of(2020, 1, 1)))).isEqualTo("a(a1x a2) b");
        assertThat(shown(CodeTree.of(LIST, LocalDate.of(2000, 1, 1)))).isEqualTo("a(a2)");
        assertThat(LIST.on(LocalDate.of(2000, 1, 1)).codes().stream().map(CodeEntry::code))
                .containsExactly("a", "a2");
    }

    @Test
    void theLabelIsInTheBestLanguageThereIs() {
        Map<String, String> labels = Map.of("en", "E", "fr", "F", "zh", "Z", "sr-Latn", "S");
        assertThat(chosen("fr", labels)).isEqualTo("fr F");
        assertThat(chosen("fr-CA, en;q=0.5", labels)).isEqualTo("fr F");
        assertThat(chosen("de, zh-Hant-TW;q=0.8, en;q=0.1", labels)).isEqualTo("zh Z");
        assertThat(chosen("sr-Latn-RS", labels)).isEqualTo("sr-Latn S");
        assertThat(chosen("de", labels)).isEqualTo("en E");
        assertThat(chosen("*", labels)).isEqualTo("en E");
        assertThat(chosen(null, labels)).isEqualTo("en E");
        assertThat(chosen(";;;q", labels)).isEqualTo("en E");
        assertThat(chosen("fr,".repeat(400), labels)).isEqualTo("en E");
        assertThat(chosen("de", Map.of("uk", "U"))).isEqualTo("uk U");
    }

    private static String chosen(@Nullable String header, Map<String, String> labels) {
        LabelChoice.Label label = LabelChoice.of(header).among(labels);
        return label.language() + " " + label.text();
    }

    private static String shown(List<CodeTree.Branch> branches) {
        return branches.stream()
                .map(branch ->
                        branch.row().code() + (branch.narrower().isEmpty() ? "" : "(" + shown(branch.narrower()) + ")"))
                .collect(Collectors.joining(" "));
    }

    private static CodeEntry entry(String code, @Nullable String parent, @Nullable String from, @Nullable String to) {
        return new CodeEntry(
                code,
                parent,
                CodeStatus.CURRENT,
                Map.of("en", code),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                Map.of(),
                false);
    }
}
