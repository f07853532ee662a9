package org.aletheia.reparations.claim;

import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What was paid, or passed on to somebody else, outside these proceedings.
 *
 * @param kind code of {@code settlement-kind}
 * @param head code of {@code loss-head}
 * @param item that shows it
 */
public record Settlement(
        String kind,
        String head,
        Money amount,
        @Nullable UncertainDate on,
        @Nullable UUID item,
        By by) {}
