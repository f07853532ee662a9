package org.aletheia.reparations.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.reparations.SomeClaim;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MoneyTest {
    @Test
    void moneyIsWholeMinorUnitsOfAKnownCurrency() {
        assertThat(new Money(Money.MOST, "UAH").amount()).isEqualTo(Money.MOST);
        assertThat(Money.digits("JPY")).isZero();
        assertThat(Money.digits("KWD")).isEqualTo(3);
        assertThatThrownBy(() -> new Money(-1, "EUR"))
                .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                        .isEqualTo("amount-range"));
        assertThatThrownBy(() -> new Money(1, "eur"))
                .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                        .isEqualTo("currency"));
    }

    @Test
    void onePropertyHasOneMarkHoweverItIsWritten() {
        assertThat(PropertyMark.of("8000 00-00:01")).isEqualTo(PropertyMark.of("８０００000001"));
        assertThat(PropertyMark.of("80000000A2")).isNotEqualTo(PropertyMark.of("80000000A3"));
    }

    @Test
    void aClaimOfAnEarlierReleaseReadsAsSubmittedWithoutProceedings() {
        String row = """
                {"claimant": "00000000-0000-0007-0000-000000000001", "capacity": "own-behalf", "status": "filed",
                 "forms": ["REP-RESTITUTION"]}""";
        ReparationClaim claim = RecordCodec.read(row, ReparationClaim.class);
        assertThat(claim.status()).isEqualTo(ClaimStatus.SUBMITTED);
        assertThat(claim.claimant()).isEqualTo(SomeClaim.CLAIMANT);
        assertThat(claim.proceedings()).isEqualTo(Proceedings.NONE);
        assertThat(claim.losses()).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        ReparationClaim claim = new SomeClaim()
                .category("rd4u", "A2.1")
                .loss("income", 5, "EUR")
                .proof("picture")
                .narrative()
                .harmed("2022-03", "UA")
                .build();
        assertThat(RecordCodec.read(RecordCodec.write(claim), ReparationClaim.class))
                .isEqualTo(claim);
    }
}
