package org.aletheia.reparations.claim;

import org.jspecify.annotations.Nullable;

/**
 * What is owed after a decision.
 *
 * @param number from 1, for ever
 * @param form code of {@code reparation-form}
 * @param scope code of {@code award-scope}
 * @param amount null where it is no money
 */
public record Award(
        int number, String form, String scope, @Nullable Money amount) {}
