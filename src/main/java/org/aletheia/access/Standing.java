package org.aletheia.access;

import java.util.Set;

/** What a member may: roles, and how far they see. */
public record Standing(Set<Role> roles, Classification clearance, Set<String> compartments) {
    public Standing {
        roles = Set.copyOf(roles);
        compartments = Set.copyOf(compartments);
    }
}
