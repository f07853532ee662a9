package org.aletheia.reparations.proceedings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as somebody wants to take it, its codes and references checked.
 *
 * @param reasons codes of {@code claim-reason}, of {@code late-filing-reason} for {@link Step#CURE}
 * @param item that says more
 * @param content what the step needs beside
 */
public record StepDraft(
        Step step, List<String> reasons, @Nullable UUID item, StepContent content) {
    public StepDraft {
        reasons = List.copyOf(reasons);
    }
}
