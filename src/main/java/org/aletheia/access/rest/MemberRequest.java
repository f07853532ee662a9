package org.aletheia.access.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new enrolment: what the token says of the person, and what they may. */
record MemberRequest(
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable List<@Nullable String> roles,
        @Nullable String clearance,
        @Nullable List<@Nullable String> compartments) {

    StandingRequest standing() {
        return new StandingRequest(roles, clearance, compartments);
    }
}
