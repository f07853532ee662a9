package org.aletheia.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A full rebuild of the search indexes.
 *
 * @param reason {@code requested}, or {@code index-missing} where Elasticsearch was empty or lost its data
 * @param state {@code running}, {@code done} or {@code failed}
 * @param indexed records read so far
 */
public record RebuildProgress(
        UUID id,
        String reason,
        String state,
        long indexed,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /** Whether it is under way. */
    public boolean running() {
        return state.equals("running");
    }
}
