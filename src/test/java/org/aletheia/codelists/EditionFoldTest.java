package org.aletheia.codelists;

import static org.aletheia.codelists.TestEditions.law;
import static org.aletheia.codelists.TestEditions.row;
import static org.aletheia.codelists.TestEditions.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EditionFoldTest {
    private static final UUID NOBODY = new UUID(0, 0);

    @Test
    void whatIsNotSaidStays() {
        CodeList held = list(entry("a", null, "2001-01-01"), entry("b", "a", null));
        CodeList now = EditionFold.over(
                held,
                "l",
                rows(new ListEdition.Row("b", null, null, null, "2020-12-31", null, Map.of("uk", "бе"), null)));
        CodeEntry b = now.find("b").orElseThrow();
        assertThat(b.parent()).isEqualTo("a");
        assertThat(b.labels()).isEqualTo(Map.of("en", "label b", "uk", "бе"));
        assertThat(b.validTo()).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(b.operator()).isTrue();
        assertThat(now.find("a")).isEqualTo(held.find("a"));
        assertThat(now.version()).isEqualTo(held.version());
        assertThat(now.revision()).isEqualTo(1);
    }

    @Test
    void theSignClears() {
        CodeList held = list(entry("a", null, null), entry("b", "a", "2001-01-01"));
        CodeEntry b = EditionFold.over(held, "l", rows(row("b", "-", null, "-", null, null)))
                .find("b")
                .orElseThrow();
        assertThat(b.parent()).isNull();
        assertThat(b.validFrom()).isNull();
    }

    /** A later release changed, dropped and moved what the operator had spoken of. */
    @Test
    void aLaterReleaseUndoesNothing() {
        ListEdition said =
                rows(row("a", null, "retired", null, null, null), row("own", "b", null, null, null, "operator's own"));
        CodeList later = list(entry("a", null, "1999-01-01"), entry("c", null, null));
        CodeList now = only(EditionFold.all(Map.of("l", later), List.of(stored("l", 1, said))));
        CodeEntry a = now.find("a").orElseThrow();
        assertThat(a.status()).isEqualTo(CodeStatus.RETIRED);
        assertThat(a.validFrom()).as("what nobody spoke of follows the release").isEqualTo("1999-01-01");
        assertThat(now.find("own").orElseThrow().parent())
                .as("its parent is no more")
                .isNull();
        assertThat(now.find("c")).isPresent();
    }

    @Test
    void aLaterReleaseThatMakesACircleLosesNoRow() {
        ListEdition said = rows(row("a", "b", null, null, null, null));
        CodeList later = list(entry("a", null, null), entry("b", "a", null), entry("c", "b", null));
        CodeList now = only(EditionFold.all(Map.of("l", later), List.of(stored("l", 1, said))));
        assertThat(now.codes().stream().map(CodeEntry::code)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(now.find("c").orElseThrow().parent()).isEqualTo("b");
    }

    @Test
    void editionsFollowEachOther() {
        CodeList now = only(EditionFold.all(
                Map.of(),
                List.of(
                        stored("law", 1, law(row("1", "one"))),
                        stored("law", 2, rows(row("2", "1", null, null, null, "two"), row("1", "ONE"))))));
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.kind()).isEqualTo(CodeList.LEGAL_FRAMEWORK);
        assertThat(now.codes().stream().map(row -> row.labels().get("en"))).containsExactly("ONE", "two");
    }

    @Test
    void broaderRowsComeFirstInWhateverOrderTheyWereGiven() {
        CodeList now = EditionFold.over(
                list(entry("a", null, null)), "l", rows(row("c", "b", null, null, null, "c"), row("b", "b")));
        assertThat(now.codes().stream().map(CodeEntry::code)).containsExactly("a", "b", "c");
    }

    @Test
    void theOutcomeSaysWhatChanged() {
        CodeList held = list(entry("a", null, null), entry("b", null, null), entry("c", null, null));
        ListEdition said = rows(
                row("a", "label a"), row("b", "another"), row("c", null, "retired", null, null, null), row("d", "new"));
        assertThat(EditionOutcome.between(held, EditionFold.over(held, "l", said), said, true))
                .isEqualTo(new EditionOutcome("l", 1, true, List.of("d"), List.of("b", "c"), List.of("c"), 1));
    }

    @Test
    void aRetiredCodeIsRefusedInNewRecords() {
        CodeLists lists = new CodeLists();
        lists.use(EditionFold.all(
                lists.shipped(), List.of(stored("harm", 1, rows(row("death", null, "retired", null, null, null))))));
        Findings findings = new Findings();
        assertThat(lists.check("harm", "death", "/harms/0", findings)).isNull();
        assertThat(findings.list()).containsExactly(new Finding("/harms/0", "code-retired", Map.of("list", "harm")));
        assertThat(lists.find("harm").orElseThrow().find("death")).isPresent();
    }

    private static CodeList only(Collection<CodeList> lists) {
        assertThat(lists).hasSize(1);
        return lists.iterator().next();
    }

    private static Edition<ListEdition> stored(String list, int revision, ListEdition edition) {
        return new Edition<>(NOBODY, list, revision, edition, Digest.sha256(), NOBODY, Instant.EPOCH);
    }

    private static CodeList list(CodeEntry... rows) {
        return new CodeList("l", "1", 0, "test", null, null, Map.of("en", "list"), List.of(rows));
    }

    private static CodeEntry entry(String code, @Nullable String parent, @Nullable String from) {
        return new CodeEntry(
                code,
                parent,
                CodeStatus.CURRENT,
                Map.of("en", "label " + code),
                from == null ? null : LocalDate.parse(from),
                null,
                null,
                Map.of(),
                false);
    }
}
