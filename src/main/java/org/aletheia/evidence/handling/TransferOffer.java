package org.aletheia.evidence.handling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its offerer states it.
 *
 * @param receiver the organisation that is to take the item over
 * @param purpose code of the list {@code transfer-purpose}
 * @param seal under which it goes; null: none
 */
public record TransferOffer(
        UUID receiver, String purpose, @Nullable Seal seal) {}
