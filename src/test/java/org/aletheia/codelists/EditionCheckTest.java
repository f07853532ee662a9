package org.aletheia.codelists;

import static org.aletheia.codelists.TestEditions.law;
import static org.aletheia.codelists.TestEditions.row;
import static org.aletheia.codelists.TestEditions.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EditionCheckTest {
    private static final Map<String, CodeList> SHIPPED = new CodeLists().shipped();

    @Test
    void whatIsSoundIsTaken() {
        assertThat(found(
                        "national-law-xx",
                        law(
                                row("PC-1", null, "provisional", "2001-02-03", "2019-12-31", "murder"),
                                row("PC-1a", "PC-1", null, null, null, "attempt"))))
                .isEmpty();
        assertThat(found("harm", rows(row("death", null, "retired", null, null, null))))
                .isEmpty();
        assertThat(found("harm", rows(row("death", "-", null, "-", "-", null)))).isEmpty();
    }

    @Test
    void aNewListSaysWhatItIs() {
        assertThat(found("national-law-xx", rows(row("PC-1", "murder"))))
                .containsExactlyInAnyOrder("/version required", "/source required", "/labels/en label-missing");
    }

    @Test
    void aListHasAPlainName() {
        for (String id : List.of("", "Law", "a_b", "1law", "law-", "x".repeat(65), "../law")) {
            assertThat(found(id, law())).as(id).contains(" list-id");
        }
    }

    @Test
    void anEditionSaysSomething() {
        assertThat(found("harm", rows())).containsExactly(" edition-empty");
        assertThat(found("harm", new ListEdition(null, null, null, null, null))).containsExactly(" edition-empty");
    }

    @Test
    void whatAListIsNobodyTakesAway() {
        assertThat(found("harm", new ListEdition("-", "-", "no-kind", Map.of("en", "-"), null)))
                .containsExactlyInAnyOrder(
                        "/version required", "/source required", "/kind kind-unknown", "/labels/en label-missing");
    }

    @Test
    void eachRowHasACodeOnce() {
        assertThat(found(
                        "harm",
                        rows(
                                row(null, null, null, null, null, "a"),
                                row("two words", "b"),
                                row("-", "c"),
                                row("x", "d"),
                                row("x", "e"),
                                row("y".repeat(129), "f"),
                                null)))
                .containsExactlyInAnyOrder(
                        "/codes/0/code required",
                        "/codes/1/code code-form",
                        "/codes/2/code code-form",
                        "/codes/4/code repeated",
                        "/codes/5/code code-form",
                        "/codes/6 required");
        assertThat(found("huridocs-mt-22", rows(row("24", "short"), row("240000000000", "full"))))
                .containsExactly("/codes/0/code code-form");
    }

    @Test
    void aNewRowHasAnEnglishLabelAndKeepsIt() {
        assertThat(found("harm", rows(row("new", null), row("death", null), row("displacement", "-"))))
                .containsExactlyInAnyOrder("/codes/0/labels/en label-missing", "/codes/2/labels/en label-missing");
    }

    @Test
    void labelsAreLinesInALanguage() {
        Map<String, @Nullable String> labels = new TreeMap<>(Map.of(
                "en",
                "fine",
                "not a language",
                "x",
                "EN",
                "x",
                "fr",
                " ",
                "ru",
                "a\nb",
                "es",
                "x".repeat(501),
                "ar",
                "\uD800"));
        labels.put("zh", null);
        ListEdition.Row row = new ListEdition.Row("new", null, null, null, null, "s".repeat(501), labels, null);
        assertThat(found("harm", rows(row)))
                .containsExactlyInAnyOrder(
                        "/codes/0/source too-long",
                        "/codes/0/labels/not a language language-tag",
                        "/codes/0/labels/EN language-tag",
                        "/codes/0/labels/fr text-blank",
                        "/codes/0/labels/ru text-characters",
                        "/codes/0/labels/es too-long",
                        "/codes/0/labels/ar text-characters",
                        "/codes/0/labels/zh required");
    }

    @Test
    void attributesHavePlainNames() {
        Map<String, @Nullable String> attributes = new TreeMap<>(Map.of("Article 1", "x", "a/b", "x", "ok", " "));
        attributes.put("none", null);
        ListEdition.Row row = new ListEdition.Row("new", null, null, null, null, null, Map.of("en", "l"), attributes);
        assertThat(found("harm", rows(row)))
                .containsExactlyInAnyOrder(
                        "/codes/0/attributes/Article 1 attribute-name",
                        "/codes/0/attributes/a~1b attribute-name",
                        "/codes/0/attributes/none required",
                        "/codes/0/attributes/ok text-blank");
    }

    @Test
    void statusAndDaysAreKnownForms() {
        assertThat(found(
                        "harm",
                        rows(
                                row("a", null, "gone", "2020-02-30", "20-1-1", "a"),
                                row("b", null, null, "2020-01-02", "2020-01-01", "b"),
                                row("c", null, null, "+12020-01-01", null, "c"))))
                .containsExactlyInAnyOrder(
                        "/codes/0/status status-unknown",
                        "/codes/0/validFrom day-form",
                        "/codes/0/validTo day-form",
                        "/codes/1/validTo dates-reversed",
                        "/codes/2/validFrom day-form");
    }

    /** Together with what the list says already. */
    @Test
    void daysStayInOrderWithThoseThatTheRowHas() {
        assertThat(found("icc-crime", rows(row("RS-7(1)(f)", null, null, null, "2002-06-30", null))))
                .containsExactly("/codes/0/validTo dates-reversed");
    }

    @Test
    void parentsExistAndNoRowIsUnderItself() {
        assertThat(found(
                        "harm",
                        rows(
                                row("a", "deth", null, null, null, "a"),
                                row("b", "c", null, null, null, "b"),
                                row("c", "b", null, null, null, "c"),
                                row("d", "d", null, null, null, "d"),
                                row("e", "b", null, null, null, "e"))))
                .containsExactlyInAnyOrder(
                        "/codes/0/parent parent-unknown",
                        "/codes/1/parent parent-cycle",
                        "/codes/2/parent parent-cycle",
                        "/codes/3/parent parent-cycle");
        Findings findings = check("harm", rows(row("a", "deth", null, null, null, "a")), List.of());
        assertThat(String.valueOf(findings.list().getFirst().params().get("suggestions")))
                .contains("death");
    }

    @Test
    void treesAreNotEndless() {
        List<ListEdition.Row> chain = new ArrayList<>();
        for (int i = 0; i <= 21; i++) {
            chain.add(row("c" + i, i == 0 ? null : "c" + (i - 1), null, null, null, "c"));
        }
        assertThat(found("harm", rows(chain.toArray(ListEdition.Row[]::new))))
                .containsExactlyInAnyOrder("/codes/20/parent parent-deep", "/codes/21/parent parent-deep");
    }

    @Test
    void thereIsAnEndToRowsAndNames() {
        ListEdition.Row row = row("a", "a");
        assertThat(found("harm", new ListEdition(null, null, null, null, Collections.nCopies(20_001, row))))
                .containsExactly("/codes too-many");
        Map<String, @Nullable String> labels = new TreeMap<>(Map.of("en", "l"));
        for (int i = 0; i < 50; i++) {
            labels.put("a" + (char) ('a' + i / 26) + (char) ('a' + i % 26), "l");
        }
        assertThat(found("harm", rows(new ListEdition.Row("a", null, null, null, null, null, labels, null))))
                .contains("/codes/0/labels too-many");
    }

    @Test
    void linesAreSaidWhereThereAreLines() {
        Findings findings = check("harm", rows(row("a", null), row("b b", "b")), List.of(2, 7));
        assertThat(findings.list())
                .containsExactly(
                        new Finding("/codes/0/labels/en", "label-missing", Map.of("line", 2)),
                        new Finding("/codes/1/code", "code-form", Map.of("line", 7)));
    }

    private static List<String> found(String id, ListEdition edition) {
        return check(id, edition, List.of()).list().stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    private static Findings check(String id, ListEdition edition, List<Integer> lines) {
        Findings findings = new Findings();
        EditionCheck.check(id, SHIPPED.get(id), new ListEdition.Given(edition, lines), findings);
        return findings;
    }
}
