package org.aletheia.evidence.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ConsentSource;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.access.Shares;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.handling.store.TransferRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Hands items from one organisation to another in two steps, each an event under the token of a member of the organisation
 * that takes it. Possession moves with the acceptance, never before. Each method that changes something is one transaction.
 *
 * <p>Rows are locked in this order: transfer, item, where it stands. So offers, decisions and other statements about one
 * item wait for each other and never in a circle.
 */
@ApplicationScoped
public class Transfers {
    private final AccessGuard guard;
    private final ItemRows items;
    private final RecordLookup records;
    private final TransferRows transfers;
    private final Possessions possessions;
    private final Shares shares;
    private final ConsentSource consents;
    private final MemberOrganisations organisations;
    private final Revisions revisions;
    private final Journal journal;
    private final Idempotency idempotency;
    private final UseRecord use;
    private final Clock clock;

    Transfers(
            AccessGuard guard,
            ItemRows items,
            RecordLookup records,
            TransferRows transfers,
            Possessions possessions,
            Shares shares,
            ConsentSource consents,
            MemberOrganisations organisations,
            Revisions revisions,
            Journal journal,
            Idempotency idempotency,
            UseRecord use,
            Clock clock) {
        this.guard = guard;
        this.items = items;
        this.records = records;
        this.transfers = transfers;
        this.possessions = possessions;
        this.shares = shares;
        this.consents = consents;
        this.organisations = organisations;
        this.revisions = revisions;
        this.journal = journal;
        this.idempotency = idempotency;
        this.use = use;
        this.clock = clock;
    }

    /**
     * A transfer with the event of its last step.
     *
     * @param step empty where an earlier request under the same key had made it
     */
    public record Step(Transfer transfer, Optional<JournalRef> step) {}

    /**
     * Offers an item that the caller's organisation has. Its owner may offer it to any other organisation that its terms
     * allow; whoever else has it, back to its owner only: where it goes is the owner's to say.
     *
     * @throws ProblemException {@code not-found}; {@code invalid-request} for a receiver that may not have it; {@code
     *     custody-refused} where somebody else has it, it is not here, an offer is open, or the seal is not the one that the
     *     chain knows; and those of {@link Idempotency}
     */
    @Transactional
    public Step offer(UUID id, TransferOffer offer, Object request, @Nullable String idempotencyKey) {
        AtomicReference<@Nullable JournalRef> step = new AtomicReference<>();
        UUID made = idempotency.once(idempotencyKey, guard.principal().member(), "transfers/" + id, request, () -> {
            EvidenceItem item = items.lock(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
            guard.check(AccessIntent.HANDLE, item.guarded());
            requireReceiver(item, offer.receiver());
            Possession before = possessions.of(item);
            refuseIfAny(against(before, offer));
            Transfer transfer = transfer(item, offer);
            step.set(open(transfer, before));
            return transfer.id();
        });
        return new Step(require(made), Optional.ofNullable(step.get()));
    }

    /**
     * A transfer of which the caller's organisation is one end; the read is told to the journal first.
     *
     * @throws ProblemException {@code not-found}
     */
    public Transfer read(UUID id) {
        Transfer transfer = require(id);
        use.viewed(RecordKind.TRANSFER, id);
        return transfer;
    }

    /**
     * Those of which the caller's organisation is one end, after an id; to be told to the journal with {@link #shown}.
     *
     * @param state only those in it; all when null
     */
    public List<Transfer> list(@Nullable TransferState state, UUID after, int limit) {
        return transfers.list(guard.filter(RecordKind.TRANSFER), state, after, limit);
    }

    /** Tells the journal which of a list are shown. */
    public void shown(List<UUID> ids) {
        use.listed(RecordKind.TRANSFER, ids);
    }

    /**
     * Decides about an open offer: the receiving organisation accepts or refuses it, the offering one withdraws it. A seal
     * that is not as offered is an event of its own, whatever the decision.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} where the decision is the other side's; {@code
     *     invalid-request} where an accepted item was under seal and nothing is said of it; {@code state-refused} for one
     *     that is decided; {@code custody-refused} where the offerer has not got the item any more; and those of
     *     {@link Idempotency}
     */
    @Transactional
    public Step decide(UUID id, TransferDecision decision, Object request, @Nullable String idempotencyKey) {
        AtomicReference<@Nullable JournalRef> step = new AtomicReference<>();
        UUID made = idempotency.once(
                idempotencyKey, guard.principal().member(), "transfer-decisions/" + id, request, () -> {
                    Transfer open = transfers.lock(id).orElseThrow(() -> guard.absent(RecordKind.TRANSFER, id));
                    guard.check(AccessIntent.HANDLE, open.guarded());
                    requireDecidable(open, decision);
                    step.set(decide(open, decision));
                    return id;
                });
        return new Step(require(made), Optional.ofNullable(step.get()));
    }

    private Transfer require(UUID id) {
        Transfer transfer = transfers.find(id).orElseThrow(() -> guard.absent(RecordKind.TRANSFER, id));
        guard.check(AccessIntent.READ, transfer.guarded());
        return transfer;
    }

    private void requireReceiver(EvidenceItem item, UUID receiver) {
        UUID own = guard.principal().organisation();
        if (item.ownerOrg().equals(own)) {
            guard.check(AccessIntent.TRANSMIT, item.guarded());
            List<Finding> against = new ArrayList<>();
            shares.against(item.guarded(), receiver)
                    .forEach(found -> against.add(new Finding("/receiver", found.code(), found.params())));
            if (!item.version().protection().compartments().isEmpty()) {
                against.add(new Finding("", "in-compartment")); // no share would open it to the receiver
            }
            if (!against.isEmpty()) {
                throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), against);
            }
        } else {
            Findings findings = new Findings();
            findings.require(receiver.equals(item.ownerOrg()), "/receiver", "only-the-owner");
            findings.throwIfAny();
        }
    }

    private Set<Discrepancy> against(Possession before, TransferOffer offer) {
        Set<Discrepancy> found = EnumSet.noneOf(Discrepancy.class);
        if (!before.custodian().is(guard.principal().organisation())) {
            found.add(Discrepancy.NOT_IN_CUSTODY);
        }
        if (before.offer() != null) {
            found.add(Discrepancy.OFFER_OPEN);
        }
        found.addAll(notHere(before));
        if (before.seal() != null && !before.seal().equals(offer.seal())) {
            found.add(Discrepancy.SEAL_DIFFERS);
        }
        if (before.seal() == null && offer.seal() != null) {
            found.add(Discrepancy.NO_SEAL);
        }
        return found;
    }

    private static Set<Discrepancy> notHere(Possession before) {
        return switch (before.standing()) {
            case PRESENT -> Set.of();
            case LOST, UNREACHABLE -> Set.of(Discrepancy.MISSING);
            case CONSUMED, DESTROYED, RETURNED, JOINED -> Set.of(Discrepancy.CUSTODY_OVER);
        };
    }

    private Transfer transfer(EvidenceItem item, TransferOffer offer) {
        Instant now = Moments.now(clock);
        return new Transfer(
                Ids.timeOrdered(),
                guard.principal().organisation(),
                offer.receiver(),
                item.id(),
                item.version().metadata().kind(),
                item.version().registrationNumber(),
                item.version().protection().classification(),
                offer.purpose(),
                offer.seal(),
                guard.principal().member(),
                now,
                TransferState.OFFERED,
                1,
                now,
                null,
                null,
                null,
                null);
    }

    private JournalRef open(Transfer transfer, Possession before) {
        RevisionRef revision = append(transfer);
        transfers.add(transfer);
        possessions.save(transfer.item(), before.offered(transfer.id()), transfer.offeredAt());
        JournalRef step = journal.append(event(transfer, TransferState.OFFERED, transfer.seal())
                .reason(transfer.purpose())
                .build());
        journal.append(guard.event(EventTypes.RECORD_CREATED, RecordKind.TRANSFER, transfer.id())
                .revision(revision.digest())
                .build());
        shares.open(transfer.guarded(), transfer.to(), transfer.member());
        return step;
    }

    private void requireDecidable(Transfer open, TransferDecision decision) {
        boolean offering = open.from().equals(guard.principal().organisation());
        if (offering != (decision.state() == TransferState.WITHDRAWN)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        if (open.state() != TransferState.OFFERED) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED,
                    Map.of(
                            "state", open.state().code(),
                            "wanted", decision.state().code(),
                            "possible", List.of()));
        }
        Findings findings = new Findings();
        boolean accepted = decision.state() == TransferState.ACCEPTED;
        findings.require(!accepted || open.seal() == null || decision.seal() != null, "/seal", "required");
        findings.throwIfAny();
    }

    /** Where it stands is written before the transfer is closed: until then the receiver sees it by their open offer. */
    private JournalRef decide(Transfer open, TransferDecision decision) {
        Instant now = Moments.now(clock);
        Transfer decided = open.decided(decision, guard.principal().member(), now);
        if (decision.state() == TransferState.ACCEPTED) {
            take(open, decision, now);
        } else {
            possessions.close(open.item(), open.id(), decision.seal(), now);
        }
        RevisionRef revision = append(decided);
        transfers.revise(decided);
        JournalRef step = journal.append(event(decided, decision.state(), decision.seal())
                .reason(decision.reason() == null ? open.purpose() : decision.reason())
                .build());
        if (!mismatch(open, decision)) {
            return told(decided, revision, step);
        }
        journal.append(guard.event(CustodyEventTypes.SEAL_MISMATCHED, RecordKind.ITEM, open.item())
                .detail(mismatched(open, decision))
                .build());
        return told(decided, revision, step);
    }

    private JournalRef told(Transfer decided, RevisionRef revision, JournalRef step) {
        journal.append(guard.event(EventTypes.RECORD_REVISED, RecordKind.TRANSFER, decided.id())
                .revision(revision.digest())
                .build());
        return step;
    }

    /** The item is opened to whoever takes it, on the word of whoever offered it; then it is theirs to hold. */
    private void take(Transfer open, TransferDecision decision, Instant now) {
        UUID own = guard.principal().organisation();
        if (records.find(RecordKind.ITEM, open.item()).isEmpty()) {
            // not the receiver's own, so whoever offered it owns it
            ProtectedRecord theirs =
                    new ProtectedRecord(RecordKind.ITEM, open.item(), open.from(), open.classification(), Set.of());
            shares.open(theirs, own, open.member());
        }
        EvidenceItem item = items.lock(open.item()).orElseThrow(() -> guard.absent(RecordKind.ITEM, open.item()));
        guard.check(AccessIntent.HANDLE, item.guarded());
        if (!item.ownerOrg().equals(own)) {
            requireConsent(open, own);
        }
        Possession before = possessions.of(item);
        Set<Discrepancy> found = EnumSet.noneOf(Discrepancy.class);
        if (!before.custodian().is(open.from())) {
            found.add(Discrepancy.NOT_IN_CUSTODY);
        }
        found.addAll(notHere(before));
        refuseIfAny(found);
        Possession after = before.offered(null).with(new Custodian.Organisation(own));
        possessions.save(item.id(), decision.seal() == null ? after : after.with(decision.seal()), now);
    }

    /** What its giver took back since it was offered is not taken over. */
    private void requireConsent(Transfer open, UUID receiver) {
        List<Finding> against = consents.against(RecordKind.ITEM, open.item(), organisations.get(receiver)).stream()
                .map(refusal -> new Finding("", refusal.code()))
                .toList();
        if (!against.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), against);
        }
    }

    private static boolean mismatch(Transfer open, TransferDecision decision) {
        return decision.seal() != null && !decision.seal().equals(open.seal());
    }

    private static Map<String, Object> mismatched(Transfer open, TransferDecision decision) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("transfer", open.id().toString());
        if (decision.happened() != null) {
            detail.put("happened", decision.happened().edtf());
        }
        if (decision.seal() != null) {
            detail.put("seal", decision.seal().json());
        }
        if (open.seal() != null) {
            detail.put("sealBefore", open.seal().json());
        }
        return detail;
    }

    private EventDraft.Builder event(Transfer transfer, TransferState state, @Nullable Seal seal) {
        EventDraft.Builder event = guard.event(state.event(), RecordKind.ITEM, transfer.item())
                .detail("transfer", transfer.id().toString())
                .detail("custodianBefore", new Custodian.Organisation(transfer.from()).json())
                .detail("custodianAfter", new Custodian.Organisation(transfer.to()).json());
        if (transfer.happened() != null) {
            event.detail("happened", transfer.happened().edtf());
        }
        if (seal != null) {
            event.detail("seal", seal.json());
        }
        return event;
    }

    private RevisionRef append(Transfer transfer) {
        return revisions.append(
                new Subject(RecordKind.TRANSFER.code(), transfer.id()),
                transfer.revision() - 1,
                transfer.canonical(),
                transfer.from(),
                transfer.classification().code(),
                Set.of(),
                guard.actor());
    }

    private static void refuseIfAny(Set<Discrepancy> found) {
        if (!found.isEmpty()) {
            throw CustodyRefusal.of(found);
        }
    }
}
