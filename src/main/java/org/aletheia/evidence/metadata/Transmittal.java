package org.aletheia.evidence.metadata;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * How a submission reached us.
 *
 * @param reference the sender's own
 * @param sentByRole role code or pseudonym of who sent it
 * @param sentByOrganisation name of the body, never of a person
 * @param means code of the list {@code transmittal-means}
 */
public record Transmittal(
        @Nullable String reference,
        @Nullable String sentByRole,
        @Nullable String sentByOrganisation,
        @Nullable UncertainDate sentOn,
        String means) {}
