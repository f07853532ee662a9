package org.aletheia.reparations.claim;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision, or the decision of a review.
 *
 * @param review whether it is that of a review
 * @param outcome code of {@code claim-outcome}
 * @param reasons codes of {@code claim-reason}
 * @param item its text
 * @param batch id of the batch that it was taken in
 * @param rules in force when it was taken; null in rulings taken before that was recorded
 */
public record Ruling(
        boolean review,
        String outcome,
        List<String> reasons,
        @Nullable UUID item,
        @Nullable UUID batch,
        @Nullable Assessment assessment,
        @Nullable Computation computation,
        By by,
        @Nullable RulesEdition rules) {
    public Ruling {
        reasons = List.copyOf(reasons);
    }
}
