package org.aletheia.evidence.fixity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an item's bytes were read last, and what was found.
 *
 * @param checkedAt the time of receipt, when they were digested, until they are read again for the first time
 * @param outcome of the last check; null before the first, and where the key was destroyed since
 * @param finding code of what is wrong; null where nothing is
 * @param event of the last check; null before the first
 * @param requestedAt since when a check is asked for; null where none is
 */
public record FixityState(
        UUID item,
        Instant checkedAt,
        @Nullable FixityOutcome outcome,
        @Nullable String finding,
        @Nullable UUID event,
        @Nullable Instant requestedAt) {}
