package org.aletheia.evidence.metadata;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A period before receipt for which nobody can say who held the material. Declared gaps are an asset: an undeclared one
 * found later costs the item its weight.
 *
 * @param reason code of the list {@code custody-gap-reason}
 */
public record CustodyGap(
        UncertainDate period, String reason, @Nullable String note) {}
