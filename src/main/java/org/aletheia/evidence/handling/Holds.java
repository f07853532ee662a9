package org.aletheia.evidence.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.handling.store.HoldRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Legal holds: placed and lifted, each an event of the item. What they forbid is asked where it would be done. */
@ApplicationScoped
public class Holds {
    private final AccessGuard guard;
    private final ItemRows items;
    private final HoldRows rows;
    private final Revisions revisions;
    private final Journal journal;
    private final Idempotency idempotency;
    private final UseRecord use;
    private final Clock clock;

    Holds(
            AccessGuard guard,
            ItemRows items,
            HoldRows rows,
            Revisions revisions,
            Journal journal,
            Idempotency idempotency,
            UseRecord use,
            Clock clock) {
        this.guard = guard;
        this.items = items;
        this.rows = rows;
        this.revisions = revisions;
        this.journal = journal;
        this.idempotency = idempotency;
        this.use = use;
        this.clock = clock;
    }

    /**
     * A hold with the event of its last step.
     *
     * @param step empty where an earlier request under the same key had made it
     */
    public record Step(Hold hold, Optional<JournalRef> step) {}

    /** Requires that the caller may place holds on an item. @throws ProblemException {@code not-found} */
    public void require(UUID id) {
        EvidenceItem item = items.find(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
        guard.check(AccessIntent.HOLD, item.guarded());
    }

    /**
     * Places a hold, for the caller's organisation. One transaction; the item is locked, so that a decision that would end
     * its keeping comes before or is refused.
     *
     * @throws ProblemException {@code not-found}, and those of {@link Idempotency}
     */
    @Transactional
    public Step place(UUID id, HoldDraft draft, Object request, @Nullable String idempotencyKey) {
        AtomicReference<@Nullable JournalRef> step = new AtomicReference<>();
        UUID made = idempotency.once(idempotencyKey, guard.principal().member(), "holds/" + id, request, () -> {
            EvidenceItem item = items.lock(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
            guard.check(AccessIntent.HOLD, item.guarded());
            Hold hold = hold(item, draft);
            RevisionRef revision = append(hold);
            rows.add(hold);
            step.set(tell(hold, CustodyEventTypes.HOLD_SET, draft, EventTypes.RECORD_CREATED, revision));
            return hold.id();
        });
        return new Step(rows.find(made).orElseThrow(() -> guard.absent(RecordKind.LEGAL_HOLD, made)), ref(step));
    }

    /**
     * Holds of an item whose chain the caller may see, lifted ones too: all to its owner, to others those that they placed.
     * The read is told to the journal first.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<Hold> list(UUID id) {
        EvidenceItem item = items.find(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
        guard.check(AccessIntent.READ_CUSTODY, item.guarded());
        use.viewed(RecordKind.ITEM, id);
        UUID own = guard.principal().organisation();
        return rows.of(id).stream()
                .filter(hold ->
                        item.ownerOrg().equals(own) || hold.organisation().equals(own))
                .toList();
    }

    /**
     * Finds a standing hold of the caller's organisation that the caller may lift, also where the item is not shared with it
     * any more; nobody else lifts it until the caller's transaction ends.
     *
     * @throws ProblemException {@code not-found}, also for a hold of another organisation; {@code state-refused} for one
     *     that was lifted
     */
    Hold requireLiftable(UUID id) {
        Hold standing = rows.lock(id)
                .filter(found -> found.organisation().equals(guard.principal().organisation()))
                .orElseThrow(() -> guard.absent(RecordKind.LEGAL_HOLD, id));
        guard.check(AccessIntent.HOLD, standing.guarded());
        if (!standing.standing()) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED,
                    Map.of("state", "released", "wanted", "released", "possible", List.of()));
        }
        return standing;
    }

    /**
     * Lifts a hold as two decided, in the caller's transaction; the caller approved it.
     *
     * @throws ProblemException those of {@link #requireLiftable}
     */
    void lift(UUID id, HoldDraft why) {
        Hold released = requireLiftable(id).released(why, guard.principal().member(), Moments.now(clock));
        RevisionRef revision = append(released);
        rows.revise(released);
        tell(released, CustodyEventTypes.HOLD_RELEASED, why, EventTypes.RECORD_REVISED, revision);
    }

    private static Optional<JournalRef> ref(AtomicReference<@Nullable JournalRef> step) {
        return Optional.ofNullable(step.get());
    }

    private Hold hold(EvidenceItem item, HoldDraft draft) {
        Instant now = Moments.now(clock);
        return new Hold(
                Ids.timeOrdered(),
                guard.principal().organisation(),
                item.id(),
                item.version().protection().classification(),
                draft,
                guard.principal().member(),
                now,
                1,
                now,
                null,
                null);
    }

    private RevisionRef append(Hold hold) {
        return revisions.append(
                new Subject(RecordKind.LEGAL_HOLD.code(), hold.id()),
                hold.revision() - 1,
                hold.canonical(),
                hold.organisation(),
                hold.classification().code(),
                Set.of(),
                guard.actor());
    }

    private JournalRef tell(Hold hold, EventType type, HoldDraft draft, EventType record, RevisionRef revision) {
        JournalRef step = journal.append(guard.event(type, RecordKind.ITEM, hold.item())
                .reason(draft.reason())
                .detail("hold", hold.id().toString())
                .detail("authority", draft.authority())
                .detail(draft.reference() == null ? Map.of() : Map.of("reference", draft.reference()))
                .build());
        journal.append(guard.event(record, RecordKind.LEGAL_HOLD, hold.id())
                .revision(revision.digest())
                .build());
        return step;
    }
}
