package org.aletheia.access;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When what a member was given ends by itself: from that instant on it does not count, whatever has or has not run since.
 * Where nothing is said it does not end.
 *
 * @param membership end of all of it
 * @param clearance from then on they are cleared to what is clear to everybody, and no further
 */
public record Ends(
        @Nullable Instant membership,
        Map<Role, Instant> roles,
        @Nullable Instant clearance,
        Map<String, Instant> compartments) {
    /** Nothing ends by itself. */
    public static final Ends NEVER = new Ends(null, Map.of(), null, Map.of());

    public Ends {
        roles = Map.copyOf(roles);
        compartments = Map.copyOf(compartments);
    }

    /** Whether an end has come. */
    static boolean over(@Nullable Instant end, Instant now) {
        return end != null && !end.isAfter(now);
    }

    /** Whether what ends at the one time lasts longer than what ends at the other; null is no end. */
    static boolean outlasts(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || one.isAfter(other));
    }

    /** When the role ends, with the membership at the latest. */
    @Nullable
    Instant of(Role role) {
        return withMembership(roles.get(role));
    }

    /** When the admission to the compartment ends, with the membership at the latest. */
    @Nullable
    Instant of(String compartment) {
        return withMembership(compartments.get(compartment));
    }

    /** When the clearance ends, with the membership at the latest. */
    @Nullable
    Instant ofClearance() {
        return withMembership(clearance);
    }

    /** Every end of a single thing that is named. */
    Stream<Instant> single() {
        return Stream.of(Stream.ofNullable(clearance), roles.values().stream(), compartments.values().stream())
                .flatMap(ends -> ends);
    }

    private @Nullable Instant withMembership(@Nullable Instant end) {
        return outlasts(end, membership) ? membership : end;
    }
}
