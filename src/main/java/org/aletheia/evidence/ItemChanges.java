package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Restrictions;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.handling.CustodyRefusal;
import org.aletheia.evidence.handling.Discrepancy;
import org.aletheia.evidence.handling.store.HoldRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Changes of items, each one transaction with its revision and its event. The caller was found entitled before. */
@ApplicationScoped
class ItemChanges {
    private final AccessGuard guard;
    private final ItemRows rows;
    private final Revisions revisions;
    private final Journal journal;
    private final Restrictions restrictions;
    private final HoldRows holds;
    private final Clock clock;
    private final RegistrationPattern pattern;
    private final FileNames names;

    ItemChanges(
            AccessGuard guard,
            ItemRows rows,
            Revisions revisions,
            Journal journal,
            Restrictions restrictions,
            HoldRows holds,
            Clock clock,
            EvidenceConfig config,
            FileNames names) {
        this.guard = guard;
        this.rows = rows;
        this.revisions = revisions;
        this.journal = journal;
        this.restrictions = restrictions;
        this.holds = holds;
        this.clock = clock;
        this.names = names;
        this.pattern = new RegistrationPattern(config.registrationPattern());
    }

    @Transactional
    EvidenceItem revise(UUID id, @Nullable String ifMatch, ItemDraft draft) {
        EvidenceItem before = lock(id, ifMatch);
        ItemVersion next =
                before.version().describedAs(names.sealed(before.version().submission(), draft));
        return write(before, next, EventTypes.ITEM_REVISED, null, Map.of());
    }

    @Transactional
    EvidenceItem decide(UUID id, @Nullable String ifMatch, DecisionDraft draft) {
        EvidenceItem before = lock(id, ifMatch);
        ItemState from = before.version().state();
        if (!from.next().contains(draft.state())) {
            throw refused(from, draft.state());
        }
        requireNoHold(id, draft.state());
        ItemDecision decision = new ItemDecision(
                draft.state(),
                draft.reason(),
                draft.note(),
                Moments.now(clock),
                guard.principal().member());
        String number = draft.state() == ItemState.REGISTERED ? nextNumber() : null;
        Map<String, Object> detail = number == null
                ? Map.of()
                : CanonicalForms.registered(before.version().file(), number);
        return write(before, before.version().decided(decision, number), type(draft.state()), draft.reason(), detail);
    }

    /** Hold beats retention: nothing that ends the keeping of an item is decided while one stands. */
    private void requireNoHold(UUID id, ItemState to) {
        boolean ends = to == ItemState.RETURNED || to == ItemState.NOT_RETAINED;
        if (ends && holds.isHeld(id)) {
            throw CustodyRefusal.of(Set.of(Discrepancy.UNDER_HOLD));
        }
    }

    private EvidenceItem lock(UUID id, @Nullable String ifMatch) {
        EvidenceItem item = rows.lock(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
        ETags.requireMatch(ifMatch, item.revision());
        return item;
    }

    private EvidenceItem write(
            EvidenceItem before,
            ItemVersion next,
            EventType type,
            @Nullable String reason,
            Map<String, Object> detail) {
        RevisionRef revision = revisions.append(
                new Subject(RecordKind.ITEM.code(), before.id()),
                before.revision(),
                CanonicalForms.of(next),
                before.ownerOrg(),
                next.protection().classification().code(),
                next.protection().compartments(),
                guard.actor());
        JournalRef event = journal.append(guard.event(type, RecordKind.ITEM, before.id())
                .revision(revision.digest())
                .reason(reason)
                .detail("revision", revision.number())
                .detail(detail)
                .build());
        EvidenceItem after = new EvidenceItem(
                before.id(),
                before.ownerOrg(),
                before.member(),
                revision.number(),
                before.receivedAt(),
                revision.createdAt(),
                next,
                before.receipt());
        rows.revise(after);
        if (next.restricts(before.version())) {
            restrictions.add(RecordKind.ITEM, before.id(), null, event.eventId());
        }
        return after;
    }

    private String nextNumber() {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        return pattern.number(year, rows.nextNumber(pattern.series(year)));
    }

    private static EventType type(ItemState state) {
        return switch (state) {
            case IN_TRIAGE -> EventTypes.TRIAGE_STARTED;
            case REGISTERED -> EventTypes.REGISTERED;
            case RETURNED -> EventTypes.RETURNED;
            case NOT_RETAINED -> EventTypes.NOT_RETAINED;
            case RECEIVED -> throw new IllegalStateException("no decision leads back to receipt");
        };
    }

    private static ProblemException refused(ItemState from, ItemState to) {
        return new ProblemException(
                ProblemType.STATE_REFUSED,
                Map.of(
                        "state", from.code(),
                        "wanted", to.code(),
                        "possible",
                                from.next().stream()
                                        .map(ItemState::code)
                                        .sorted()
                                        .toList()));
    }
}
