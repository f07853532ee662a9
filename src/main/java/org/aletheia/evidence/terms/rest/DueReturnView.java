package org.aletheia.evidence.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.terms.DueReturn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A return that is due. @param returnBy a day, 2026-03-05 */
@Schema(name = "DueReturn")
record DueReturnView(UUID submission, String returnBy, List<Had> had) {
    static DueReturnView of(DueReturn from) {
        return new DueReturnView(
                from.submission(),
                from.returnBy().toString(),
                from.had().stream().map(Had::of).toList());
    }

    /** @param confirmedAt absent while nobody confirmed that it gave everything back */
    @Schema(name = "HadForAWhile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Had(
            UUID organisation,
            @Nullable UUID confirmedBy,
            @Nullable Instant confirmedAt) {
        static Had of(DueReturn.Had from) {
            return new Had(from.organisation(), from.confirmedBy(), from.confirmedAt());
        }
    }
}
