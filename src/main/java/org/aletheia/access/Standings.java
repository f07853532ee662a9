package org.aletheia.access;

import java.util.Map;

/** A member's standing as the events of their enrolment tell it: codes only, never who they are. */
final class Standings {
    private Standings() {}

    static Map<String, Object> detail(Member member) {
        Standing standing = member.standing();
        return Map.of(
                "organisation", member.organisation().toString(),
                "roles", standing.roles().stream().map(Role::code).sorted().toList(),
                "clearance", standing.clearance().code(),
                "compartments", standing.compartments().stream().sorted().toList(),
                "revision", member.revision(),
                "ended", member.endedAt() != null);
    }
}
