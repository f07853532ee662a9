package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.kernel.CountryCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ConditionsHeaderTest {
    @Test
    void everyConditionHasItsTokenAndNoBodyIsNamed() {
        ReceiptConditions all = new ReceiptConditions(
                true, true, List.of("Комиссия"), true, LocalDate.parse("2027-01-31"), LocalDate.parse("2028-02-29"));
        assertThat(ConditionsHeader.tokens(new ItemTerms(all, List.of(new CountryCode("UA")))))
                .isEqualTo("onward-sharing-by-agreement, lead-purposes-only, named-bodies, no-death-penalty,"
                        + " embargo;until=\"2027-01-31\", return;by=\"2028-02-29\", allowed-countries");
        assertThat(ConditionsHeader.tokens(ItemTerms.DEFAULT)).isEqualTo("onward-sharing-by-agreement");
        assertThat(ConditionsHeader.tokens(
                        new ItemTerms(new ReceiptConditions(false, false, List.of(), false, null, null), List.of())))
                .isEqualTo("none");
    }
}
