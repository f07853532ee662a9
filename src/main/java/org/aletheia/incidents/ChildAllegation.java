package org.aletheia.incidents;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an involvement is stated to be for acts committed as a child.
 *
 * @param ageBand at the time, code of {@code age-band}
 * @param ageBasis how that is known, code of {@code age-basis}
 * @param allegedBy the member who wrote this
 */
public record ChildAllegation(String ageBand, String ageBasis, UUID allegedBy) {
    private static final Set<String> CHILD = Set.of("child", "under-15", "15-17");
    private static final String UNKNOWN = "unknown";

    /** Whether a code of {@code age-band} is that of a child. */
    public static boolean childhood(@Nullable String ageBand) {
        return ageBand != null && CHILD.contains(ageBand);
    }

    /** Whether it is that of somebody of age. */
    public static boolean adulthood(String ageBand) {
        return !childhood(ageBand) && !ageBand.equals(UNKNOWN);
    }
}
