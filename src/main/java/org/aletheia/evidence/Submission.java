package org.aletheia.evidence;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.SubmissionStatement;
import org.aletheia.evidence.record.Protection;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation hands in, with the terms on which it does so. Items belong to exactly one.
 *
 * @param member who created it
 * @param handedInBy the organisation that handed it in for the one that owns it; null where that did itself
 */
public record Submission(
        UUID id,
        UUID ownerOrg,
        Protection protection,
        int revision,
        Instant createdAt,
        UUID member,
        @Nullable UUID handedInBy,
        SubmissionStatement statement) {

    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        return new ProtectedRecord(
                RecordKind.SUBMISSION, id, ownerOrg, protection.classification(), protection.compartments());
    }

    /** Whether the sender claims a privilege for it. */
    public boolean isPrivileged() {
        return statement.privilege().claimed();
    }
}
