package org.aletheia.cases.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.cases.disclosure.DisclosureLine.Decided;
import org.aletheia.cases.disclosure.DisclosureLine.Flagged;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DisclosureLineTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final RegisterEntry OPEN = entry(List.of());
    private static final RegisterEntry CLOSED = entry(List.of("compartment"));
    private static final Flagged FLAG = new Flagged(List.of("exculpatory"), NOON);

    @Test
    void whatIsNeitherRestrictedNorFlaggedNeedsNoDecision() {
        assertThat(DisclosureLine.of(OPEN, null, null).finding()).isNull();
    }

    @Test
    void whatIsRestrictedOrFlaggedNeedsOne() {
        assertThat(DisclosureLine.of(CLOSED, null, null).finding()).isEqualTo("disclosure-decision-missing");
        assertThat(DisclosureLine.of(OPEN, FLAG, null).finding()).isEqualTo("disclosure-decision-missing");
        assertThat(DisclosureLine.of(CLOSED, null, at(NOON)).finding()).isNull();
    }

    @Test
    void aDecisionTakenBeforeTheLastFlagDidNotWeighIt() {
        assertThat(DisclosureLine.of(OPEN, FLAG, at(NOON.minusSeconds(1))).finding())
                .isEqualTo("disclosure-decision-outdated");
        assertThat(DisclosureLine.of(OPEN, FLAG, at(NOON)).finding()).isNull();
        assertThat(DisclosureLine.of(OPEN, FLAG, at(NOON)).flagged()).containsExactly("exculpatory");
    }

    @Test
    void theCertificateCountsDecisionsByCode() {
        List<DisclosureLine> lines = List.of(
                DisclosureLine.of(OPEN, null, null),
                DisclosureLine.of(CLOSED, null, at(NOON)),
                DisclosureLine.of(CLOSED, null, at(NOON)));
        assertThat(DisclosureCertificate.counted(lines)).isEqualTo(Map.of("redact", 2));
    }

    private static Decided at(Instant when) {
        return new Decided(new UUID(0, 2), 1, "redact", when);
    }

    private static RegisterEntry entry(List<String> restrictions) {
        return new RegisterEntry(new UUID(0, 1), null, LocalDate.of(2026, 3, 1), "witness", restrictions);
    }
}
