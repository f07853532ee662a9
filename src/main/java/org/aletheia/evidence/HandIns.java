package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Delegations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.JournalRef;
import org.aletheia.evidence.record.HandedInFor;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.store.HandInRows;

/**
 * What the caller's organisation hands in for others. The records are these organisations' own and behind the wall; a receipt of
 * each is kept, and shown to those of its members who see what their organisation hands in.
 */
@ApplicationScoped
public class HandIns {
    private final AccessGuard guard;
    private final Delegations delegations;
    private final HandInRows rows;

    HandIns(AccessGuard guard, Delegations delegations, HandInRows rows) {
        this.guard = guard;
        this.delegations = delegations;
        this.rows = rows;
    }

    /** A submission that they handed in for another, where they may add items to it still. */
    @Transactional
    public Optional<OpenSubmission> open(UUID submission) {
        return rows.hold(submission)
                .map(HandInRows.Held::submission)
                .filter(found -> delegations.permit(found.ownerOrg(), RecordKind.ITEM));
    }

    /** The one of a record that their organisation handed in, whoever of them did. */
    @Transactional
    public Optional<HandIn> find(UUID record) {
        return rows.find(record);
    }

    /** As {@link #find}, for those who see it. @throws org.aletheia.platform.http.ProblemException {@code not-found} */
    @Transactional
    public HandIn get(UUID record) {
        return rows.find(record)
                .filter(found -> guard.seesHandingIn())
                .orElseThrow(() -> guard.absent(RecordKind.SUBMISSION, record));
    }

    /** Those of records after an id, in order of ids; none for whom handing in is no matter. */
    @Transactional
    public List<HandIn> list(UUID after, int limit) {
        return guard.seesHandingIn() ? rows.list(after, limit) : List.of();
    }

    /** Whether an event is that of the receipt of what their organisation handed in, and they see it. */
    @Transactional
    boolean isReceipt(UUID event) {
        return guard.seesHandingIn() && rows.ofEvent(event).isPresent();
    }

    /** Writes that a submission was handed in, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void submitted(UUID id, SubmissionDraft draft, UUID owner, UUID delegation, JournalRef event) {
        Principal caller = guard.principal();
        rows.add(new HandIn(
                id,
                RecordKind.SUBMISSION,
                id,
                null,
                caller.organisation(),
                owner,
                delegation,
                draft.protection().classification(),
                caller.member(),
                event.time(),
                new ReceiptEvent(event.eventId(), event.entry()),
                null,
                List.of()));
    }

    /**
     * Writes that a statement is being handed in, or what comes with one, in the caller's transaction: the database lets in what was
     * written here.
     *
     * @param event of its receipt
     */
    @Transactional(TxType.MANDATORY)
    public void receiving(RecordVersion<?> record, HandedInFor to, JournalRef event) {
        Principal caller = guard.principal();
        rows.add(new HandIn(
                record.id(),
                record.kind(),
                null,
                to.statement(),
                caller.organisation(),
                to.owner(),
                to.delegation(),
                record.protection().classification(),
                caller.member(),
                event.time(),
                new ReceiptEvent(event.eventId(), event.entry()),
                null,
                List.of()));
    }

    /** What their organisation handed in with a statement, that itself among it, whoever of them did. */
    @Transactional
    public List<HandIn> ofStatement(UUID statement) {
        return rows.ofStatement(statement);
    }

    /** Writes that an item was handed in, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void received(EvidenceItem item, UUID delegation) {
        ReceivedFile file = item.version().file();
        rows.add(new HandIn(
                item.id(),
                RecordKind.ITEM,
                item.version().submission(),
                null,
                guard.principal().organisation(),
                item.ownerOrg(),
                delegation,
                item.version().protection().classification(),
                item.member(),
                item.receivedAt(),
                item.receipt(),
                file.content().length(),
                file.digests()));
    }
}
