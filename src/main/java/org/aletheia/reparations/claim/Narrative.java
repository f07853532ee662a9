package org.aletheia.reparations.claim;

import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * The claimant's own account, given for the claim. It reaches a prosecutor only by a consent of its own.
 *
 * @param item that holds it
 * @param prosecution whether the claimant consented that it reaches prosecution; not, unless said
 * @param consent how that consent is found, an id or number of its own
 * @param consentedOn when it was given
 */
public record Narrative(
        UUID item,
        boolean prosecution,
        @Nullable String consent,
        @Nullable UncertainDate consentedOn) {}
