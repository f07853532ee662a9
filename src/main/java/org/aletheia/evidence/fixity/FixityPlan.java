package org.aletheia.evidence.fixity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.content.StoredContent;
import org.jspecify.annotations.Nullable;

/** Which item, or rendition of one, is to be read next, over all organisations. Every method is one short transaction. */
public interface FixityPlan {
    /** Takes items and their renditions up from their receipt on; does nothing about those that it has. */
    void add(Collection<UUID> items);

    /**
     * Claims an item that is due: one that was asked for, one that failed, or the one read longest ago. Nobody else claims
     * it for two hours and as long as its bytes take at 4 MiB a second, unless the claim is released before or the check is
     * noted. A claim whose replica died ends by itself.
     *
     * @param requestsFirst whether those that were asked for come first, or last
     */
    Optional<Claim> claim(Due due, boolean requestsFirst);

    /** Gives a claim back, so that the item may be claimed at once; nothing happens where it is another's by now. */
    void release(Claim claim);

    /**
     * Gives back what was claimed with this time as {@link Due#now()} where the answer was lost, so that nobody knows of it;
     * nothing happens where nothing was.
     */
    void release(Instant claimedAt);

    /** How things stand. @param since an item that was read before this is overdue */
    Standing standing(Instant since);

    /**
     * What is due now.
     *
     * @param sound an item that was right is due when it was read before this
     * @param unsound one that was not, when it was read before this
     */
    record Due(Instant now, Instant sound, Instant unsound) {}

    /**
     * An item, or a rendition of one, to be read.
     *
     * @param item in whose history it is told
     * @param rendition null for the item itself
     * @param requestedAt null where nobody asked
     * @param sha512 whether SHA-512 is wanted as well
     * @param till when the claim ends
     */
    record Claim(
            UUID item,
            @Nullable UUID rendition,
            StoredContent content,
            @Nullable Instant requestedAt,
            boolean sha512,
            Instant till) {
        /** Of the item or rendition. */
        public UUID id() {
            return rendition == null ? item : rendition;
        }

        /** What is read, for the log of the server. */
        String name() {
            return rendition == null ? "item " + item : "rendition " + rendition + " of item " + item;
        }

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
