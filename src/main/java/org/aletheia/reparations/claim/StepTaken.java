package org.aletheia.reparations.claim;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of the proceedings.
 *
 * @param step its code
 * @param reasons codes of {@code claim-reason}, or of {@code late-filing-reason} where something came late
 * @param item that says more
 */
public record StepTaken(
        String step, List<String> reasons, @Nullable UUID item, By by) {
    public StepTaken {
        reasons = List.copyOf(reasons);
    }
}
