package org.aletheia.evidence;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Protection;
import org.jspecify.annotations.Nullable;

/**
 * A place for bytes that are expected and are not evidence yet. Only its depositor sees it.
 *
 * @param member the depositor
 * @param draft the item to be, already found right
 * @param expiresAt from then on it takes no bytes and may be gone
 * @param item what became of it; null while it is open
 */
public record Deposit(
        UUID id,
        UUID ownerOrg,
        UUID submission,
        UUID member,
        ItemDraft draft,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID item) {

    /** The same with another draft. */
    Deposit drafted(ItemDraft otherwise) {
        return new Deposit(id, ownerOrg, submission, member, otherwise, createdAt, expiresAt, item);
    }

    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        Protection protection = draft.protection();
        return new ProtectedRecord(
                RecordKind.DEPOSIT, id, ownerOrg, protection.classification(), protection.compartments());
    }
}
