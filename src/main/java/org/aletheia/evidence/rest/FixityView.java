package org.aletheia.evidence.rest;

import java.util.UUID;
import org.aletheia.evidence.fixity.FixityState;
import org.jspecify.annotations.Nullable;

/**
 * When an item's bytes were read last, on the wire.
 *
 * @param checkedAt of receipt, until the bytes are read again for the first time
 * @param outcome {@code success}, {@code fail} or {@code warning} (PREMIS); absent before the first check
 * @param finding code of what is wrong
 * @param event of the last check
 * @param requestedAt since when a check is asked for
 */
record FixityView(
        UUID item,
        String checkedAt,
        @Nullable String outcome,
        @Nullable String finding,
        @Nullable String event,
        @Nullable String requestedAt) {
    static FixityView of(FixityState state) {
        return new FixityView(
                state.item(),
                state.checkedAt().toString(),
                state.outcome() == null ? null : state.outcome().code(),
                state.finding(),
                state.event() == null ? null : "/api/v1/events/" + state.event(),
                state.requestedAt() == null ? null : state.requestedAt().toString());
    }
}
