package org.aletheia.access;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a member may: roles, how far they see, and until when.
 *
 * @param service null for a person
 */
public record Standing(
        Set<Role> roles,
        Classification clearance,
        Set<String> compartments,
        Ends ends,
        @Nullable ServiceAccount service) {
    public Standing {
        roles = Set.copyOf(roles);
        compartments = Set.copyOf(compartments);
    }

    /** A person's that does not end by itself. */
    public Standing(Set<Role> roles, Classification clearance, Set<String> compartments) {
        this(roles, clearance, compartments, Ends.NEVER, null);
    }

    /** Whether all of it has ended by itself. */
    public boolean over(Instant now) {
        return Ends.over(ends.membership(), now);
    }

    /** What of it counts at that time: the one place that compares a member's ends with the clock. */
    public Standing at(Instant now) {
        return new Standing(
                roles.stream().filter(role -> !Ends.over(ends.of(role), now)).collect(Collectors.toUnmodifiableSet()),
                Ends.over(ends.ofClearance(), now) ? Classification.CLEAR : clearance,
                compartments.stream()
                        .filter(name -> !Ends.over(ends.of(name), now))
                        .collect(Collectors.toUnmodifiableSet()),
                ends,
                service);
    }

    /** Whether one of its roles, or what it lets somebody see, is given and taken by two only, ended or not. */
    boolean privileged() {
        return compartments.contains(Principal.ABUSE_MATERIAL) || roles.stream().anyMatch(Role::privileged);
    }

    /** Whether it permits anything that the other does not, or for longer. */
    boolean widerThan(Standing other) {
        return roles.stream()
                        .anyMatch(role ->
                                !other.roles.contains(role) || Ends.outlasts(ends.of(role), other.ends.of(role)))
                || compartments.stream()
                        .anyMatch(name ->
                                !other.compartments.contains(name) || Ends.outlasts(ends.of(name), other.ends.of(name)))
                || !other.clearance.covers(clearance)
                || clearance != Classification.CLEAR && Ends.outlasts(ends.ofClearance(), other.ends.ofClearance())
                || service != null
                        && other.service != null
                        && !other.service.scopes().containsAll(service.scopes());
    }
}
