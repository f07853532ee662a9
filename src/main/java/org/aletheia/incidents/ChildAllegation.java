package org.aletheia.incidents;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an involvement is alleged for acts committed as a child. It stands only once a supervisor has looked at it, and never
 * leaves the organisation. A child whom armed forces or groups used is a victim, whatever is alleged.
 *
 * @param ageBand at the time, code of {@code age-band}
 * @param ageBasis how that is known, code of {@code age-basis}
 * @param allegedBy the member who wrote this
 * @param supervision null while no supervisor has decided since it was written last
 */
public record ChildAllegation(
        String ageBand,
        String ageBasis,
        UUID allegedBy,
        @Nullable Supervision supervision) {
    private static final Set<String> CHILD = Set.of("child", "under-15", "15-17");

    /** The set cannot grow without a rule of its own, so it is no code list. */
    public enum Outcome {
        CONFIRMED,
        REFUSED
    }

    /**
     * What a supervisor decided.
     *
     * @param outcome confirmed or refused
     * @param by the supervisor
     */
    public record Supervision(String outcome, UUID by) {}

    /** Whether a code of {@code age-band} is that of a child. */
    public static boolean childhood(@Nullable String ageBand) {
        return ageBand != null && CHILD.contains(ageBand);
    }

    /** Whether it stands, awaits a supervisor, or was refused. */
    String standing() {
        return supervision == null ? "awaits-supervisor" : supervision.outcome();
    }

    ChildAllegation supervised(Supervision by) {
        return new ChildAllegation(ageBand, ageBasis, allegedBy, by);
    }
}
