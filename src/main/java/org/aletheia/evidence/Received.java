package org.aletheia.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.kernel.Digest;

/** What became of an upload. */
public sealed interface Received {
    /** The event of receipt; empty where the same bytes had come before and this is the answer of that time. */
    Optional<DisclosedEvent> receipt();

    /** The id of that event. */
    UUID event();

    /** When the bytes were taken into possession. */
    Instant receivedAt();

    /** SHA-256 of the bytes. */
    Digest sha256();

    /** Whether these bytes made the item. */
    default boolean fresh() {
        return receipt().isPresent();
    }

    /** An item of the caller's organisation. */
    record Item(EvidenceItem item, Optional<DisclosedEvent> receipt) implements Received {
        @Override
        public UUID event() {
            return item.receipt().event();
        }

        @Override
        public Instant receivedAt() {
            return item.receivedAt();
        }

        @Override
        public Digest sha256() {
            return item.version().file().content().sha256();
        }
    }

    /** An item of another organisation, for which it was handed in: to the caller it is no more than its receipt. */
    record ForAnother(HandIn handIn, Optional<DisclosedEvent> receipt) implements Received {
        @Override
        public UUID event() {
            return handIn.receipt().event();
        }

        @Override
        public Instant receivedAt() {
            return handIn.receivedAt();
        }

        @Override
        public Digest sha256() {
            return handIn.digests().getFirst();
        }
    }
}
