package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.handling.Hold;
import org.aletheia.evidence.handling.HoldDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold.
 *
 * @param released how it was lifted; absent while it stands
 * @param step the receipt of the step that was just taken
 */
@Schema(name = "LegalHold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        UUID id,
        UUID organisation,
        UUID item,
        Why placed,
        Instant placedAt,
        @Nullable Why released,
        @Nullable Instant releasedAt,
        @Nullable StepView step) {

    static HoldView of(Hold hold, @Nullable StepView step) {
        return new HoldView(
                hold.id(),
                hold.organisation(),
                hold.item(),
                Why.of(hold.placed()),
                hold.placedAt(),
                hold.released() == null ? null : Why.of(hold.released()),
                hold.standing() ? null : hold.revisedAt(),
                step);
    }

    /** Why, and on whose authority. */
    @Schema(name = "LegalHoldWhy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(String reason, String authority, @Nullable String reference) {
        static Why of(HoldDraft draft) {
            return new Why(draft.reason(), draft.authority(), draft.reference());
        }
    }
}
