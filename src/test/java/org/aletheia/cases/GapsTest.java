package org.aletheia.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.ExpectedElements.Expected;
import org.aletheia.cases.Gaps.Cited;
import org.aletheia.cases.Gaps.Row;
import org.aletheia.evidence.record.ListedCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class GapsTest {
    private static final UUID CHARGE = new UUID(0, 1);
    private static final UUID OTHER_CHARGE = new UUID(0, 2);
    private static final UUID ELEMENT = new UUID(0, 10);
    private static final UUID AUTHOR = new UUID(0, 20);
    private static final UUID REVIEWER = new UUID(0, 21);
    private static final Instant REVIEWED = Instant.parse("2026-03-05T10:00:00Z");

    @Test
    void aChargeWithoutElementsIsAGap() {
        assertThat(gaps(CHARGE, List.of(), List.of())).containsExactly(Gap.of(CHARGE, "no-elements", null));
    }

    @Test
    void whatTheListsHaveAndNobodyWroteIsMissedRowByRow() {
        Expected killed = new Expected("EL-7(1)(a).M1", "material", Set.of());
        Expected intent = new Expected("EL-30.intent", "mental", Set.of("EL-30"));
        assertThat(Gaps.of(List.of(charge(CHARGE)), List.of(), List.of(), charge -> List.of(killed, intent)))
                .containsExactly(
                        Gap.of(CHARGE, "no-elements", null), Gap.missing(CHARGE, killed), Gap.missing(CHARGE, intent));
        List<Row> rows = List.of(listed("EL-30", "mental"), listed("EL-7(1)(a).M1", "material"));
        assertThat(Gaps.of(List.of(charge(CHARGE)), rows, List.of(), charge -> List.of(killed, intent)).stream()
                        .map(Gap::code))
                .as("a broader element stands for those within it")
                .doesNotContain("no-cell")
                .contains("kind-missing");
        List<Row> other = List.of(listed("EL-7.C1", "contextual"));
        assertThat(Gaps.of(List.of(charge(CHARGE)), other, List.of(), charge -> List.of(killed, intent)))
                .as("a kind of which the rows are told is not missed once more")
                .contains(
                        Gap.missing(CHARGE, killed),
                        Gap.missing(CHARGE, intent),
                        Gap.of(CHARGE, "kind-missing", "liability"))
                .doesNotContain(Gap.of(CHARGE, "kind-missing", "mental"));
    }

    @Test
    void kindsThatEveryChargeHasAreMissed() {
        assertThat(gaps(CHARGE, List.of(row("material", "supported", REVIEWER)), supported()))
                .containsExactly(Gap.of(CHARGE, "kind-missing", "mental"), Gap.of(CHARGE, "kind-missing", "liability"));
    }

    @Test
    void everyStateButSupportedIsAGap() {
        for (String state : List.of("partly", "not-yet", "contradicted")) {
            assertThat(codes(row("material", state, REVIEWER), supported()))
                    .as(state)
                    .containsExactly(state);
        }
        assertThat(codes(row("material", "supported", REVIEWER), supported())).isEmpty();
    }

    @Test
    void whatIsSaidToBeSupportedNeedsASource() {
        assertThat(codes(row("material", "supported", REVIEWER), List.of())).containsExactly("no-supporting-source");
        assertThat(codes(row("material", "partly", REVIEWER), List.of(cited("neutral", REVIEWED))))
                .containsExactly("partly", "no-supporting-source");
        assertThat(codes(row("material", "not-yet", REVIEWER), List.of())).containsExactly("not-yet");
    }

    @Test
    void whatContradictsIsShownWhateverTheState() {
        List<Cited> both = List.of(cited("supports", REVIEWED), cited("contradicts", REVIEWED));
        assertThat(codes(row("mental", "supported", REVIEWER), both)).containsExactly("contradicting-source");
        assertThat(codes(row("mental", "contradicted", REVIEWER), both))
                .containsExactly("contradicted", "contradicting-source");
    }

    @Test
    void aReviewIsMissedAndOvertaken() {
        assertThat(codes(row("material", "supported", null), supported())).containsExactly("not-reviewed");
        assertThat(codes(
                        row("material", "supported", REVIEWER),
                        List.of(cited("supports", REVIEWED), cited("neutral", REVIEWED.plusSeconds(1)))))
                .containsExactly("source-since-review");
    }

    @Test
    void elementsAndSourcesOfOthersDoNotCount() {
        Cited elsewhere = new Cited(new UUID(0, 11), new UUID(0, 30), "supports", REVIEWED);
        assertThat(codes(row("material", "supported", REVIEWER), List.of(elsewhere)))
                .containsExactly("no-supporting-source");
        assertThat(gaps(OTHER_CHARGE, List.of(row("material", "supported", REVIEWER)), supported()))
                .containsExactly(Gap.of(OTHER_CHARGE, "no-elements", null));
    }

    private static List<String> codes(Row row, List<Cited> sources) {
        return gaps(CHARGE, List.of(row), sources).stream()
                .filter(gap -> ELEMENT.equals(gap.element()))
                .map(Gap::code)
                .toList();
    }

    /** Of a crime of which no list tells the elements. */
    private static List<Gap> gaps(UUID charge, List<Row> rows, List<Cited> sources) {
        return Gaps.of(List.of(charge(charge)), rows, sources, of -> List.of());
    }

    private static List<Cited> supported() {
        return List.of(cited("supports", REVIEWED));
    }

    private static Cited cited(String support, Instant at) {
        return new Cited(ELEMENT, new UUID(0, 30), support, at);
    }

    private static Row row(String kind, String state, @Nullable UUID reviewer) {
        return row(null, kind, state, reviewer);
    }

    private static Row listed(String code, String kind) {
        return row(code, kind, "supported", REVIEWER);
    }

    private static Row row(@Nullable String code, String kind, String state, @Nullable UUID reviewer) {
        return new Row(
                ELEMENT,
                new CaseElement(
                        new UUID(0, 3),
                        CHARGE,
                        code,
                        kind,
                        code == null ? "the persons affected were civilians" : null,
                        null,
                        "reasonable-grounds-to-believe",
                        state,
                        List.of(AUTHOR),
                        reviewer,
                        reviewer == null ? null : REVIEWED.toString()));
    }

    private static Charge charge(UUID id) {
        return new Charge(
                id,
                new Charge.Alleged(RecordKind.UNIT, new UUID(0, 40)),
                new ListedCode("icc-crime", "RS-7(1)(a)", "2019", null),
                List.of("RS-28(a)"),
                List.of(),
                List.of());
    }
}
