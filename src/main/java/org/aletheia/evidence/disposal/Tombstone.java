package org.aletheia.evidence.disposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a record that was disposed of.
 *
 * @param organisation that owned it
 * @param disposal by which it went
 * @param ground code of {@code disposal-ground}
 * @param requestedBy the member who asked
 * @param approvedBy the member who approved
 * @param revisions what was committed to, by number
 * @param item what stays known of an item; null of another record
 */
public record Tombstone(
        RecordKind kind,
        UUID id,
        UUID organisation,
        UUID disposal,
        String ground,
        UUID requestedBy,
        UUID approvedBy,
        Instant disposedAt,
        List<Committed> revisions,
        @Nullable ItemLeft item) {
    public Tombstone {
        revisions = List.copyOf(revisions);
    }

    /** A revision that cannot be read any more. @param digest as in the event that told of it */
    public record Committed(int number, Digest digest, Instant createdAt) {}

    /**
     * What stays known of an item.
     *
     * @param registrationNumber never given again; null where it had none
     * @param receiptEvent of its receipt, whose proof and receipt can be had still
     * @param sha256 of the bytes as received
     * @param contentRemovedAt when the store removed the bytes, which nobody can decrypt; null while their lock stands
     */
    public record ItemLeft(
            @Nullable String registrationNumber,
            UUID receiptEvent,
            Digest sha256,
            @Nullable Instant contentRemovedAt) {}
}
