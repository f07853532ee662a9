package org.aletheia.testimony.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RevealTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void anApprovalHoldsForFifteenMinutes() {
        Reveal approved = reveal(ASKED.plus(Reveal.LIFE));
        assertThat(approved.stateAt(ASKED)).isEqualTo(RevealState.APPROVED);
        assertThat(approved.stateAt(ASKED.plus(Duration.ofMinutes(15)).minusNanos(1)))
                .isEqualTo(RevealState.APPROVED);
        assertThat(approved.stateAt(ASKED.plus(Duration.ofMinutes(15)))).isEqualTo(RevealState.EXPIRED);
    }

    @Test
    void aRequestWaitsForADay() {
        assertThat(reveal(null).stateAt(ASKED.plus(Duration.ofHours(23)))).isEqualTo(RevealState.REQUESTED);
        assertThat(reveal(null).stateAt(ASKED.plus(Duration.ofHours(24)))).isEqualTo(RevealState.EXPIRED);
    }

    @Test
    void anIdentityIsReadAsItWasWrittenAndSaysNothingElsewhere() {
        Identity identity = new Identity(
                List.of(new LocalText(new LanguageTag("ar"), "اسم")),
                List.of(new Identity.Detail("phone", "+000")),
                List.of(),
                UncertainDate.parse("198X"));
        assertThat(RecordCodec.read(RecordCodec.write(identity), Identity.class))
                .isEqualTo(identity);
        assertThat(identity.toString()).doesNotContain("اسم", "+000");
    }

    private static Reveal reveal(@Nullable Instant expires) {
        UUID id = UUID.randomUUID();
        VaultSubject subject = new VaultSubject(RecordKind.VICTIM, id);
        UUID approver = expires == null ? null : UUID.randomUUID();
        return new Reveal(id, subject, id, id, id, "protection", new byte[0], ASKED, approver, expires, null);
    }
}
