package org.aletheia.access.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new enrolment: what the token says of the person, and what they may.
 *
 * @param until when all of it ends by itself; absent: it does not
 * @param service absent for a person
 * @param reason in words that name nobody; required where another administrator has to approve
 */
record MemberRequest(
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable List<@Nullable String> roles,
        @Nullable String clearance,
        @Nullable List<@Nullable String> compartments,
        @Nullable Instant until,
        @Nullable EndsRequest ends,
        @Nullable ServiceRequest service,
        @Nullable String reason) {

    StandingRequest standing() {
        return new StandingRequest(roles, clearance, compartments, until, ends, service, reason);
    }
}
