package org.aletheia.access.rest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.aletheia.access.Ends;
import org.aletheia.access.Role;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When single things that a member is given end by themselves, and in answers when they do; absent: not before the membership.
 *
 * @param roles by their codes
 * @param compartments by their names
 */
@Schema(name = "StandingEnds")
record EndsRequest(
        @Nullable Map<String, @Nullable Instant> roles,
        @Nullable Instant clearance,
        @Nullable Map<String, @Nullable Instant> compartments) {

    static EndsRequest of(Ends ends) {
        Map<String, @Nullable Instant> roles = new HashMap<>();
        ends.roles().forEach((role, end) -> roles.put(role.code(), end));
        Map<String, @Nullable Instant> compartments = new HashMap<>();
        compartments.putAll(ends.compartments());
        return new EndsRequest(roles, ends.clearance(), compartments);
    }

    /** The ends; one of what is not given, and one without a time, is a finding. */
    static Ends read(
            Findings findings,
            @Nullable Instant until,
            @Nullable EndsRequest ends,
            Set<Role> given,
            Set<String> admitted) {
        Map<Role, Instant> roles = new HashMap<>();
        Map<String, Instant> compartments = new HashMap<>();
        if (ends != null) {
            for (Role role : given) {
                Instant end = ends.roles == null ? null : ends.roles.get(role.code());
                if (end != null) {
                    roles.put(role, end);
                }
            }
            for (String name : admitted) {
                Instant end = ends.compartments == null ? null : ends.compartments.get(name);
                if (end != null) {
                    compartments.put(name, end);
                }
            }
            findings.require(size(ends.roles) == roles.size(), "/ends/roles", "end-of-nothing-given");
            findings.require(
                    size(ends.compartments) == compartments.size(), "/ends/compartments", "end-of-nothing-given");
        }
        return new Ends(until, roles, ends == null ? null : ends.clearance, compartments);
    }

    private static int size(@Nullable Map<String, @Nullable Instant> ends) {
        return ends == null ? 0 : ends.size();
    }
}
