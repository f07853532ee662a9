package org.aletheia.evidence;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Protection;

/**
 * One item as it stands at one revision.
 *
 * @param member who handed it in
 * @param receivedAt when the mechanism took the bytes into its possession
 */
public record EvidenceItem(
        UUID id,
        UUID ownerOrg,
        UUID member,
        int revision,
        Instant receivedAt,
        Instant revisedAt,
        ItemVersion version,
        ReceiptEvent receipt) {

    /** The same, told in another way. */
    EvidenceItem told(ItemVersion otherwise) {
        return new EvidenceItem(id, ownerOrg, member, revision, receivedAt, revisedAt, otherwise, receipt);
    }

    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        Protection protection = version.protection();
        return new ProtectedRecord(
                RecordKind.ITEM, id, ownerOrg, protection.classification(), protection.compartments());
    }
}
