package org.aletheia.access;

import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caller as our own records know them; the token proves only issuer and subject.
 *
 * @param member id of the enrolment
 * @param issuer token issuer (never logged)
 * @param subject token subject (never logged)
 * @param organisation the member organisation
 * @param roles those enrolled that count now: narrowed by the token where it names any, and by the declared purpose
 * @param clearance strictest classification they may see
 * @param compartments those they are admitted to
 * @param setAside the roles that do not count since they serve other purposes than the declared one
 * @param declared the purpose that they declare; null where they declare none
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
        Set<Role> setAside,
        @Nullable Purpose declared,
        @Nullable ServiceAccount service) {
    /**
     * The compartment of the persons who may see what is suspected to be material of the abuse of children; given and taken by two
     * administrators.
     */
    public static final String ABUSE_MATERIAL = "abuse-material";

    public Principal {
        roles = Set.copyOf(roles);
        setAside = Set.copyOf(setAside);
        compartments = Set.copyOf(compartments);
    }

    /** A person who declared no purpose. */
    public Principal(
            UUID member,
            String issuer,
            String subject,
            UUID organisation,
            Set<Role> roles,
            Classification clearance,
            Set<String> compartments) {
        this(member, issuer, subject, organisation, roles, clearance, compartments, Set.of(), null, null);
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
                Set.of(),
                null,
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

    /** Whether they hold the role now, and it counts for what they declared. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether they hold the role now, whatever they declared. */
    boolean holds(Role role) {
        return has(role) || setAside.contains(role);
    }

    /**
     * Whether they are one of the persons who may see suspected material of the abuse of children, as far as their roles let them.
     */
    public boolean isNamedForAbuseMaterial() {
        return compartments.contains(ABUSE_MATERIAL) && !isService();
    }

    /**
     * The role in which events say that they act: the first that counts in the order of {@link Role}, or the first they hold
     * where none counts; a caller whose token leaves them no role is refused everything.
     */
    Role leadingRole() {
        return Stream.of(roles, setAside)
                .flatMap(held -> held.stream().min(Comparator.naturalOrder()).stream())
                .findFirst()
                .orElse(Role.DOCUMENTER);
    }

    /** The same caller with no role but those also named. */
    Principal narrowedTo(Set<Role> named) {
        return with(only(named::contains), Set.of(), declared);
    }

    /**
     * The same caller as they count for records of another organisation: a compartment is a group within one, and they are in none
     * of its.
     */
    public Principal outside() {
        return new Principal(
                member, issuer, subject, organisation, roles, clearance, Set.of(), setAside, declared, service);
    }

    /** The same caller, who declares a purpose: only roles that serve it count. Asked once, of one who declared none. */
    public Principal actingFor(Purpose purpose) {
        return with(
                only(role -> Purpose.servedBy(role).contains(purpose)),
                only(role -> !Purpose.servedBy(role).contains(purpose)),
                purpose);
    }

    private Set<Role> only(Predicate<Role> condition) {
        return roles.stream().filter(condition).collect(Collectors.toUnmodifiableSet());
    }

    private Principal with(Set<Role> counting, Set<Role> others, @Nullable Purpose purpose) {
        return new Principal(
                member, issuer, subject, organisation, counting, clearance, compartments, others, purpose, service);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Principal[" + member + "]";
    }
}
