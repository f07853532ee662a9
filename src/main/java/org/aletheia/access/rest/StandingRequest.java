package org.aletheia.access.rest;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aletheia.access.Classification;
import org.aletheia.access.Role;
import org.aletheia.access.Standing;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Roles, clearance and compartments as an administrator writes them, and when they end by themselves.
 *
 * @param until when all of it ends; absent: it does not
 * @param service absent for a person
 * @param reason in words that name nobody; required where another administrator has to approve
 */
record StandingRequest(
        @Nullable List<@Nullable String> roles,
        @Nullable String clearance,
        @Nullable List<@Nullable String> compartments,
        @Nullable Instant until,
        @Nullable EndsRequest ends,
        @Nullable ServiceRequest service,
        @Nullable String reason) {
    private static final Pattern COMPARTMENT = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int MAX_COMPARTMENT = 64;

    /** The standing; what is wrong with it is added to the findings. */
    Standing read(Findings findings) {
        Set<Role> given = readRoles(findings);
        Set<String> admitted = readCompartments(findings);
        return new Standing(
                given,
                readClearance(findings),
                admitted,
                EndsRequest.read(findings, until, ends, given, admitted),
                service == null ? null : service.read(findings));
    }

    @Nullable
    String readReason(Findings findings) {
        return Texts.optional(findings, "/reason", reason, Texts.MAX_REASON);
    }

    private Set<Role> readRoles(Findings findings) {
        Set<Role> read = new HashSet<>();
        List<@Nullable String> given = roles == null ? List.of() : roles;
        findings.require(!given.isEmpty(), "/roles", "required");
        for (int i = 0; i < given.size(); i++) {
            String code = String.valueOf(given.get(i));
            Role role = findings.parse("/roles/" + i, () -> Role.parse(code));
            if (role != null) {
                read.add(role);
            }
        }
        return read;
    }

    private Classification readClearance(Findings findings) {
        String code = Texts.required(findings, "/clearance", clearance, 20);
        Classification read = code.isEmpty() ? null : findings.parse("/clearance", () -> Classification.parse(code));
        return read == null ? Classification.CLEAR : read;
    }

    private Set<String> readCompartments(Findings findings) {
        Set<String> read = new HashSet<>();
        List<@Nullable String> given = compartments == null ? List.of() : compartments;
        for (int i = 0; i < given.size(); i++) {
            String name = String.valueOf(given.get(i));
            boolean fits = name.length() <= MAX_COMPARTMENT
                    && COMPARTMENT.matcher(name).matches();
            if (findings.require(fits, "/compartments/" + i, "compartment-form", Map.of("max", MAX_COMPARTMENT))) {
                read.add(name);
            }
        }
        return read;
    }
}
