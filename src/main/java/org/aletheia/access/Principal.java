package org.aletheia.access;

import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The caller as our own records know them; the token proves only issuer and subject.
 *
 * @param member id of the enrolment
 * @param issuer token issuer (never logged)
 * @param subject token subject (never logged)
 * @param organisation the member organisation
 * @param roles those enrolled, narrowed by the token where it names any
 * @param clearance strictest classification they may see
 * @param compartments those they are admitted to
 */
public record Principal(
        UUID member,
        String issuer,
        String subject,
        UUID organisation,
        Set<Role> roles,
        Classification clearance,
        Set<String> compartments) {
    /**
     * The compartment of the persons who may see what is suspected to be material of the abuse of children; given and taken by two
     * administrators.
     */
    public static final String ABUSE_MATERIAL = "abuse-material";

    public Principal {
        roles = Set.copyOf(roles);
        compartments = Set.copyOf(compartments);
    }

    /** Whether they hold the role now. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether they are one of those who may see suspected material of the abuse of children, as far as their roles let them. */
    public boolean isNamedForAbuseMaterial() {
        return compartments.contains(ABUSE_MATERIAL);
    }

    /**
     * The role in which events say that they act: the first they hold in the order of {@link Role}; a caller whose token
     * leaves them no role is refused everything.
     */
    Role leadingRole() {
        return roles.stream().min(Comparator.naturalOrder()).orElse(Role.DOCUMENTER);
    }

    /** The same caller with no role but those also named. */
    Principal narrowedTo(Set<Role> named) {
        Set<Role> kept = roles.stream().filter(named::contains).collect(Collectors.toUnmodifiableSet());
        return new Principal(member, issuer, subject, organisation, kept, clearance, compartments);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Principal[" + member + "]";
    }
}
