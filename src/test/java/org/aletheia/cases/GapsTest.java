package org.aletheia.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
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
        assertThat(Gaps.of(List.of(charge(CHARGE)), List.of(), List.of()))
                .containsExactly(new Gap(CHARGE, null, "no-elements", null));
    }

    @Test
    void kindsThatEveryChargeHasAreMissed() {
        assertThat(Gaps.of(List.of(charge(CHARGE)), List.of(row("material", "supported", REVIEWER)), supported()))
                .containsExactly(
                        new Gap(CHARGE, null, "kind-missing", "mental"),
                        new Gap(CHARGE, null, "kind-missing", "liability"));
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
        assertThat(Gaps.of(List.of(charge(OTHER_CHARGE)), List.of(row("material", "supported", REVIEWER)), supported()))
                .containsExactly(new Gap(OTHER_CHARGE, null, "no-elements", null));
    }

    private static List<String> codes(Row row, List<Cited> sources) {
        return Gaps.of(List.of(charge(CHARGE)), List.of(row), sources).stream()
                .filter(gap -> ELEMENT.equals(gap.element()))
                .map(Gap::code)
                .toList();
    }

    private static List<Cited> supported() {
        return List.of(cited("supports", REVIEWED));
    }

    private static Cited cited(String support, Instant at) {
        return new Cited(ELEMENT, new UUID(0, 30), support, at);
    }

    private static Row row(String kind, String state, @Nullable UUID reviewer) {
        return new Row(
                ELEMENT,
                new CaseElement(
                        new UUID(0, 3),
                        CHARGE,
                        null,
                        kind,
                        "the persons affected were civilians",
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
