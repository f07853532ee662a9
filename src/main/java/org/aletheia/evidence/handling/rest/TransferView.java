package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.handling.Seal;
import org.aletheia.evidence.handling.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of an item, as both ends see it: nothing of the item but what tells the receiver which object to expect.
 *
 * @param itemKind code of the list {@code item-kind}
 * @param purpose code of the list {@code transfer-purpose}
 * @param found the seal as the receiver found it
 * @param step the receipt of the step that was just taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
        UUID id,
        UUID from,
        UUID to,
        UUID item,
        String itemKind,
        @Nullable String registrationNumber,
        String classification,
        String purpose,
        @Nullable Map<String, Object> seal,
        String state,
        Instant offeredAt,
        @Nullable Instant decidedAt,
        @Nullable String happened,
        @Nullable Map<String, Object> found,
        @Nullable String reason,
        @Nullable StepView step) {

    static TransferView of(Transfer transfer, @Nullable StepView step) {
        return new TransferView(
                transfer.id(),
                transfer.from(),
                transfer.to(),
                transfer.item(),
                transfer.kind(),
                transfer.registrationNumber(),
                transfer.classification().code(),
                transfer.purpose(),
                json(transfer.seal()),
                transfer.state().code(),
                transfer.offeredAt(),
                transfer.decidedBy() == null ? null : transfer.revisedAt(),
                transfer.happened() == null ? null : transfer.happened().edtf(),
                json(transfer.found()),
                transfer.reason(),
                step);
    }

    private static @Nullable Map<String, Object> json(@Nullable Seal seal) {
        return seal == null ? null : seal.json();
    }
}
