package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Shares;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeLists;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
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

    ItemRegister(
            AccessGuard guard,
            Revisions revisions,
            Journal journal,
            UnitKeys keys,
            ItemRows items,
            Shares shares,
            Idempotency idempotency,
            CodeLists codeLists,
            PrivilegeRulings privilege) {
        this.guard = guard;
        this.revisions = revisions;
        this.journal = journal;
        this.keys = keys;
        this.items = items;
        this.shares = shares;
        this.idempotency = idempotency;
        this.codeLists = codeLists;
        this.privilege = privilege;
    }

    /**
     * Writes item, revision 1, unit key and events, and takes what the bytes were before; all of it or nothing. Before
     * the commit a crash leaves an object without a record, which the collector removes; after it, everything is there.
     *
     * @param id of the item to be, for which the key was made
     * @throws DepositTakenException when that was taken first by another
     */
    @Transactional
    Received register(UUID id, ItemVersion version, UnitKey key, Taking taking, @Nullable String idempotencyKey) {
        AtomicReference<@Nullable JournalRef> receipt = new AtomicReference<>();
        UUID made = idempotency.once(
                idempotencyKey,
                guard.principal().member(),
                "items/" + version.submission(),
                CanonicalForms.of(version),
                () -> {
                    receipt.set(create(id, version, key, taking));
                    return id;
                });
        EvidenceItem item = items.find(made).orElseThrow(() -> guard.absent(RecordKind.ITEM, made));
        return new Received(item, Optional.ofNullable(receipt.get()).map(JournalRef::disclosed));
    }

    private JournalRef create(UUID id, ItemVersion version, UnitKey key, Taking taking) {
        Principal caller = guard.principal();
        RevisionRef revision = revisions.append(
                new Subject(RecordKind.ITEM.code(), id),
                0,
                CanonicalForms.of(version),
                caller.organisation(),
                version.protection().classification().code(),
                version.protection().compartments(),
                guard.actor());
        appendCustodyBefore(id, version);
        JournalRef receipt = appendReceipt(id, version, revision);
        keys.persist(key);
        EvidenceItem item = new EvidenceItem(
                id,
                caller.organisation(),
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
        shares.inherit(RecordKind.SUBMISSION, version.submission(), List.of(item.guarded()));
        privilege.received(id, version.submission(), receipt.eventId());
        return receipt;
    }

    private JournalRef appendReceipt(UUID id, ItemVersion version, RevisionRef revision) {
        return journal.append(guard.event(EventTypes.RECEIVED, RecordKind.ITEM, id)
                .revision(revision.digest())
                .detail("submission", version.submission().toString())
                .detail(CanonicalForms.received(version.file()))
                .build());
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
