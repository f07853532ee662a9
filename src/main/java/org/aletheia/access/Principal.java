package org.aletheia.access;

import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
 * @param service what it may do beside its roles where the caller is a program; null for a person
 */
public record Principal(
        UUID member,
        String issuer,
        String subject,
        UUID organisation,
        Set<Role> roles,
        Classification clearance,
        Set<String> compartments,
        @Nullable ServiceAccount service) {
    public Principal {
        roles = Set.copyOf(roles);
        compartments = Set.copyOf(compartments);
    }

    /** A person. */
    public Principal(
            UUID member,
            String issuer,
            String subject,
            UUID organisation,
            Set<Role> roles,
            Classification clearance,
            Set<String> compartments) {
        this(member, issuer, subject, organisation, roles, clearance, compartments, null);
    }

    /** Who holds the standing, as it counts now. */
    static Principal of(UUID member, String issuer, String subject, UUID organisation, Standing counts) {
        return new Principal(
                member,
                issuer,
                subject,
                organisation,
                counts.roles(),
                counts.clearance(),
                counts.compartments(),
                counts.service());
    }

    /** Whether a program calls, and no person. */
    public boolean isService() {
        return service != null;
    }

    /** Whether nothing but the roles says whether they may: they are a person, or a service with a scope for this. */
    boolean inScope(AccessIntent intent, RecordKind kind) {
        return service == null || service.covers(intent, kind);
    }

    /** Whether they hold the role now. */
    public boolean has(Role role) {
        return roles.contains(role);
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
        return new Principal(member, issuer, subject, organisation, kept, clearance, compartments, service);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Principal[" + member + "]";
    }
}
