package org.aletheia.evidence.handling;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an offer.
 *
 * @param happened when the item changed hands; null where it did not
 * @param seal as the receiving organisation found it
 * @param reason code of the list {@code transfer-refusal}; null for an acceptance
 */
public record TransferDecision(
        TransferState state,
        @Nullable UncertainDate happened,
        @Nullable Seal seal,
        @Nullable String reason) {}
