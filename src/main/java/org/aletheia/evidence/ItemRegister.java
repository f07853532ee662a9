package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Delegations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Shares;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeLists;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.metadata.Codes;
import org.aletheia.evidence.metadata.CustodyGap;
import org.aletheia.evidence.metadata.PriorHolder;
import org.aletheia.evidence.metadata.Tree;
import org.aletheia.evidence.privilege.PrivilegeRulings;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.jspecify.annotations.Nullable;

/** The one transaction in which stored bytes become evidence. */
@ApplicationScoped
class ItemRegister {
    private final AccessGuard guard;
    private final Revisions revisions;
    private final Journal journal;
    private final UnitKeys keys;
    private final ItemRows items;
    private final Shares shares;
    private final Idempotency idempotency;
    private final CodeLists codeLists;
    private final PrivilegeRulings privilege;
    private final Delegations delegations;
    private final HandIns handIns;

    ItemRegister(
            AccessGuard guard,
            Revisions revisions,
            Journal journal,
            UnitKeys keys,
            ItemRows items,
            Shares shares,
            Idempotency idempotency,
            CodeLists codeLists,
            PrivilegeRulings privilege,
            Delegations delegations,
            HandIns handIns) {
        this.guard = guard;
        this.revisions = revisions;
        this.journal = journal;
        this.keys = keys;
        this.items = items;
        this.shares = shares;
        this.idempotency = idempotency;
        this.codeLists = codeLists;
        this.privilege = privilege;
        this.delegations = delegations;
        this.handIns = handIns;
    }

    /**
     * Writes item, revision 1, unit key and events, and takes what the bytes were before; all of it or nothing. Before
     * the commit a crash leaves an object without a record, which the collector removes; after it, everything is there.
     *
     * @param id of the item to be, for which the key was made
     * @param into whose owner will own it
     * @throws org.aletheia.platform.http.ProblemException {@code not-found} where the caller hands in for another that does not let
     *     them any more
     * @throws DepositTakenException when that was taken first by another
     */
    @Transactional
    Received register(
            UUID id,
            OpenSubmission into,
            ItemVersion version,
            UnitKey key,
            Taking taking,
            @Nullable String idempotencyKey) {
        AtomicReference<@Nullable JournalRef> receipt = new AtomicReference<>();
        UUID made = idempotency.once(
                idempotencyKey,
                guard.principal().member(),
                "items/" + version.submission(),
                CanonicalForms.of(version),
                () -> {
                    receipt.set(create(id, into, version, key, taking));
                    return id;
                });
        Optional<DisclosedEvent> event = Optional.ofNullable(receipt.get()).map(JournalRef::disclosed);
        return into.isOf(guard.principal())
                ? new Received.Item(items.find(made).orElseThrow(() -> guard.absent(RecordKind.ITEM, made)), event)
                : new Received.ForAnother(
                        handIns.find(made).orElseThrow(() -> guard.absent(RecordKind.ITEM, made)), event);
    }

    private JournalRef create(UUID id, OpenSubmission into, ItemVersion version, UnitKey key, Taking taking) {
        Principal caller = guard.principal();
        Optional<UUID> delegation = into.isOf(caller) ? Optional.empty() : Optional.of(requireDelegation(into));
        RevisionRef revision = revisions.append(
                new Subject(RecordKind.ITEM.code(), id),
                0,
                CanonicalForms.of(version),
                into.ownerOrg(),
                version.protection().classification().code(),
                version.protection().compartments(),
                guard.actor());
        appendCustodyBefore(id, version);
        JournalRef receipt = appendReceipt(id, into, version, revision);
        keys.persist(key);
        EvidenceItem item = new EvidenceItem(
                id,
                into.ownerOrg(),
                caller.member(),
                revision.number(),
                receipt.time(),
                revision.createdAt(),
                version,
                new ReceiptEvent(receipt.eventId(), receipt.entry()));
        items.add(item);
        if (!taking.by(id, revision.createdAt())) {
            throw new DepositTakenException(version.file().content().sha256());
        }
        delegation.ifPresentOrElse(
                on -> handIns.received(item, on), // goes to nobody: none of the owner's has seen what it is
                () -> shares.inherit(RecordKind.SUBMISSION, version.submission(), List.of(item.guarded())));
        privilege.received(id, version.submission(), receipt.eventId());
        return receipt;
    }

    private UUID requireDelegation(OpenSubmission into) {
        return delegations
                .hold(into.ownerOrg(), RecordKind.ITEM)
                .orElseThrow(() -> guard.absent(RecordKind.SUBMISSION, into.id()));
    }

    private JournalRef appendReceipt(UUID id, OpenSubmission into, ItemVersion version, RevisionRef revision) {
        EventDraft.Builder event = guard.event(EventTypes.RECEIVED, RecordKind.ITEM, id)
                .revision(revision.digest())
                .detail("submission", version.submission().toString())
                .detail(CanonicalForms.received(version.file()));
        if (!into.isOf(guard.principal())) {
            event.detail(HandIn.ON_BEHALF_OF, into.ownerOrg().toString());
        }
        return journal.append(event.build());
    }

    private void appendCustodyBefore(UUID id, ItemVersion version) {
        int position = 1;
        for (PriorHolder holder : version.metadata().custodyBefore()) {
            journal.append(guard.event(EventTypes.CUSTODY_STATED, RecordKind.ITEM, id)
                    .detail("position", position++)
                    .detail(new Tree()
                            .put("role", listed(holder.role()))
                            .text("from", holder.from())
                            .text("to", holder.to())
                            .put("handover", holder.handover())
                            .map())
                    .build());
        }
        for (CustodyGap gap : version.metadata().custodyGaps()) {
            journal.append(guard.event(EventTypes.GAP_DECLARED, RecordKind.ITEM, id)
                    .reason(gap.reason())
                    .detail("period", gap.period().edtf())
                    .detail("risk", gap.risk())
                    .build());
        }
    }

    /** Of a statement that was stored before roles were listed, nothing but a listed code goes into the journal. */
    private String listed(String role) {
        return codeLists
                .find(Codes.ROLES)
                .flatMap(roles -> roles.find(role))
                .map(CodeEntry::code)
                .orElse("unknown");
    }
}
