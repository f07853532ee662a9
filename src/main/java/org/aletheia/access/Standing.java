package org.aletheia.access;

import java.util.Set;

/** What a member may: roles, and how far they see. */
public record Standing(Set<Role> roles, Classification clearance, Set<String> compartments) {
    public Standing {
        roles = Set.copyOf(roles);
        compartments = Set.copyOf(compartments);
    }

    /** Whether one of its roles, or what it lets somebody see, is given and taken by two only. */
    boolean privileged() {
        return compartments.contains(Principal.ABUSE_MATERIAL) || roles.stream().anyMatch(Role::privileged);
    }

    /** Whether it permits anything that the other does not. */
    boolean widerThan(Standing other) {
        return !other.roles.containsAll(roles)
                || !other.clearance.covers(clearance)
                || !other.compartments.containsAll(compartments);
    }
}
