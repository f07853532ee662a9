package org.aletheia.evidence.record;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;

/**
 * A record as it stands at one revision.
 *
 * @param revision 1 at creation, then one more each time
 * @param createdAt when revision 1 was written
 * @param revisedAt when this one was
 */
public record RecordVersion<T>(
        RecordKind kind,
        UUID id,
        UUID ownerOrg,
        Protection protection,
        int revision,
        Instant createdAt,
        Instant revisedAt,
        T content) {
    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        Set<UUID> confinedTo = content instanceof RecordContent said ? said.confinedTo() : Set.of();
        return new ProtectedRecord(
                kind, id, ownerOrg, protection.classification(), protection.compartments(), confinedTo);
    }

    /** The same revision with what is kept beside its content. */
    public RecordVersion<T> saying(T known) {
        return new RecordVersion<>(kind, id, ownerOrg, protection, revision, createdAt, revisedAt, known);
    }

    /** The next revision of the same record. */
    public RecordVersion<T> revised(T next, Protection protectedBy, Instant at) {
        return new RecordVersion<>(kind, id, ownerOrg, protectedBy, revision + 1, createdAt, at, next);
    }
}
