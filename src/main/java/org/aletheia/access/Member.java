package org.aletheia.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment: a person, as a token's (issuer, subject), in one organisation.
 *
 * @param widenedAt since when the standing permits nothing that it did not permit before
 * @param endedAt null while it stands
 */
public record Member(
        UUID id,
        UUID organisation,
        String issuer,
        String subject,
        Standing standing,
        int revision,
        Instant createdAt,
        Instant revisedAt,
        Instant widenedAt,
        @Nullable Instant endedAt) {

    /** Who that is as a caller; only of one whose enrolment stands. */
    public Principal principal() {
        return new Principal(
                id, issuer, subject, organisation, standing.roles(), standing.clearance(), standing.compartments());
    }
}
