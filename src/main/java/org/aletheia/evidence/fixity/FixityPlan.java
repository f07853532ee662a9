package org.aletheia.evidence.fixity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.content.StoredContent;
import org.jspecify.annotations.Nullable;

/** Which item is to be read next, over all organisations. Every method is one short transaction. */
public interface FixityPlan {
    /** Takes items up from their receipt on; does nothing about those that it has. */
    void add(Collection<UUID> items);

    /**
     * Claims the item that is due most: one that was asked for, then one that failed, then the one read longest ago.
     *
     * @param till until when nobody else is to claim it
     * @param sound an item that was right is due when it was read before this
     * @param unsound one that was not, when it was read before this
     */
    Optional<Claim> claim(Instant now, Instant till, Instant sound, Instant unsound);

    /** How things stand. @param since an item that was read before this is overdue */
    Standing standing(Instant since);

    /**
     * An item to be read.
     *
     * @param requestedAt null where nobody asked
     * @param sha512 whether SHA-512 is wanted as well
     */
    record Claim(UUID item, StoredContent content, @Nullable Instant requestedAt, boolean sha512) {
        FixityTrigger trigger() {
            return requestedAt == null ? FixityTrigger.PLANNED : FixityTrigger.REQUESTED;
        }
    }

    /**
     * Counts of items.
     *
     * @param oldest the longest time ago that one was read; empty where there is none
     */
    record Standing(long damaged, long unreadable, long overdue, Optional<Instant> oldest) {
        /** How long ago the item was read of which that is longest. */
        Duration age(Instant now) {
            return oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        }
    }
}
