package org.aletheia.evidence.handling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.evidence.handling.Hold;
import org.aletheia.evidence.handling.HoldDraft;
import org.aletheia.platform.persistence.RecordEntity;
import org.jspecify.annotations.Nullable;

@Entity(name = "LegalHold")
@Table(name = "legal_hold")
@SuppressWarnings("NullAway.Init")
class HoldRow extends RecordEntity {
    public UUID item;
    public UUID member;
    public String reason;
    public String authority;
    public @Nullable String reference;
    public @Nullable UUID releasedBy;
    public @Nullable String releaseReason;
    public @Nullable String releaseAuthority;
    public @Nullable String releaseReference;

    static HoldRow of(Hold hold) {
        HoldRow row = new HoldRow();
        row.id = hold.id();
        row.ownerOrg = hold.organisation();
        row.classification = hold.classification().code();
        row.createdAt = hold.placedAt();
        row.item = hold.item();
        row.member = hold.member();
        row.reason = hold.placed().reason();
        row.authority = hold.placed().authority();
        row.reference = hold.placed().reference();
        row.revise(hold);
        return row;
    }

    /** What its lifting may change. */
    void revise(Hold hold) {
        HoldDraft released = hold.released();
        revision = hold.revision();
        revisedAt = hold.revisedAt();
        releasedBy = hold.releasedBy();
        releaseReason = released == null ? null : released.reason();
        releaseAuthority = released == null ? null : released.authority();
        releaseReference = released == null ? null : released.reference();
    }

    Hold view() {
        return new Hold(
                id,
                ownerOrg,
                item,
                Classification.parse(classification),
                new HoldDraft(reason, authority, reference),
                member,
                createdAt,
                revision,
                revisedAt,
                releaseReason == null || releaseAuthority == null
                        ? null
                        : new HoldDraft(releaseReason, releaseAuthority, releaseReference),
                releasedBy);
    }
}
