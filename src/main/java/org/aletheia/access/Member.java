package org.aletheia.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment: a person or a service, as a token's (issuer, subject), in one organisation.
 *
 * @param widenedAt since when the standing permits nothing that it did not permit before
 * @param endedAt null while nobody has ended it
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

    /** Whether the enrolment stands: nobody has ended it, and it has not ended by itself. */
    public boolean stands(Instant now) {
        return endedAt == null && !standing.over(now);
    }

    /** Who that is as a caller at that time; only of one whose enrolment stands then. */
    public Principal principal(Instant now) {
        return Principal.of(id, issuer, subject, organisation, standing.at(now));
    }
}
