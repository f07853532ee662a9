package org.aletheia.access.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new enrolment: what the token says of the person, and what they may.
 *
 * @param reason in words that name nobody; required where another administrator has to approve
 */
record MemberRequest(
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable List<@Nullable String> roles,
        @Nullable String clearance,
        @Nullable List<@Nullable String> compartments,
        @Nullable String reason) {

    StandingRequest standing() {
        return new StandingRequest(roles, clearance, compartments, reason);
    }
}
