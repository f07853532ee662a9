package org.aletheia.evidence.handling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.evidence.handling.Transfer;
import org.aletheia.evidence.handling.TransferState;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.RecordEntity;
import org.jspecify.annotations.Nullable;

@Entity(name = "Transfer")
@Table(name = "transfer")
@SuppressWarnings("NullAway.Init")
class TransferRow extends RecordEntity {
    public UUID item;
    public String itemKind;
    public @Nullable String registrationNumber;
    public UUID receiver;
    public String purpose;
    public @Nullable String sealNumber;
    public @Nullable String sealCondition;
    public UUID member;
    public String state;
    public @Nullable UUID decidedBy;
    public @Nullable String happened;
    public @Nullable String foundNumber;
    public @Nullable String foundCondition;
    public @Nullable String reason;

    static TransferRow of(Transfer transfer) {
        TransferRow row = new TransferRow();
        row.id = transfer.id();
        row.ownerOrg = transfer.from();
        row.classification = transfer.classification().code();
        row.createdAt = transfer.offeredAt();
        row.item = transfer.item();
        row.itemKind = transfer.kind();
        row.registrationNumber = transfer.registrationNumber();
        row.receiver = transfer.to();
        row.purpose = transfer.purpose();
        row.sealNumber = transfer.seal() == null ? null : transfer.seal().number();
        row.sealCondition = transfer.seal() == null ? null : transfer.seal().condition();
        row.member = transfer.member();
        row.revise(transfer);
        return row;
    }

    /** What a decision may change. */
    void revise(Transfer transfer) {
        revision = transfer.revision();
        revisedAt = transfer.revisedAt();
        state = transfer.state().code();
        decidedBy = transfer.decidedBy();
        happened = transfer.happened() == null ? null : transfer.happened().edtf();
        foundNumber = transfer.found() == null ? null : transfer.found().number();
        foundCondition = transfer.found() == null ? null : transfer.found().condition();
        reason = transfer.reason();
    }

    Transfer view() {
        return new Transfer(
                id,
                ownerOrg,
                receiver,
                item,
                itemKind,
                registrationNumber,
                Classification.parse(classification),
                purpose,
                PossessionRows.seal(sealNumber, sealCondition),
                member,
                createdAt,
                TransferState.parse(state),
                revision,
                revisedAt,
                decidedBy,
                happened == null ? null : UncertainDate.parse(happened),
                PossessionRows.seal(foundNumber, foundCondition),
                reason);
    }
}
