package org.aletheia.custody.store;

import java.util.List;
import org.aletheia.transparency.Frontier;
import org.jspecify.annotations.Nullable;

/**
 * How far the log has come: size ≥ signed size ≥ published size, -1 for never.
 *
 * @param frontier of the tree over all journal rows
 * @param signedSize of the last signed tree
 * @param signedCheckpoint its note
 * @param publishedSize of the last tree of which the bucket is known to hold the checkpoint
 * @param publishedCheckpoint its note
 * @param origin of the log, once something was signed or its keys are listed
 * @param vkeys that signed last, once something was signed
 * @param keyLists how many lists of its keys the log of this origin has made
 */
public record LogHead(
        Frontier frontier,
        long signedSize,
        @Nullable String signedCheckpoint,
        long publishedSize,
        @Nullable String publishedCheckpoint,
        @Nullable String origin,
        List<String> vkeys,
        int keyLists) {
    public LogHead {
        vkeys = List.copyOf(vkeys);
    }

    /** Number of events in the journal. */
    public long size() {
        return frontier.size();
    }
}
