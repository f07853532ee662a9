package org.aletheia.evidence.metadata;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A period before receipt for which nobody can say who held the material. Declared gaps are an asset: an undeclared one
 * found later costs the item its weight.
 *
 * @param reason code of the list {@code custody-gap-reason}
 * @param risk code of the list {@code custody-risk}: what the gap may mean for the material; {@link #NOT_ASSESSED} where
 *     nobody said
 */
public record CustodyGap(
        UncertainDate period,
        String reason,
        String risk,
        @Nullable String note) {
    /** That nobody has assessed the risk yet. */
    public static final String NOT_ASSESSED = "not-assessed";
}
