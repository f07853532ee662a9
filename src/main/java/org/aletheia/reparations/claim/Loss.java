package org.aletheia.reparations.claim;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One loss that is claimed.
 *
 * @param head code of {@code loss-head}
 * @param amount as claimed; null where nobody put one on it
 * @param method how it was valued, code of {@code valuation-method}
 * @param items that show it
 * @param property digest of the property's identifier in a register; the identifier itself is nowhere kept
 */
public record Loss(
        String head,
        @Nullable Money amount,
        @Nullable String method,
        List<UUID> items,
        @Nullable String property) {
    public Loss {
        items = List.copyOf(items);
    }
}
