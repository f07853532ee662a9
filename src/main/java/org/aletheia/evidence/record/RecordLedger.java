package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Restrictions;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.FirstRevision;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionConflictException;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.RevisionView;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.HandIn;
import org.aletheia.evidence.HandIns;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** Writes what happens to records into their revisions and the journal. */
@ApplicationScoped
class RecordLedger {
    private final Journal journal;
    private final Revisions revisions;
    private final Restrictions restrictions;
    private final HandIns handIns;
    private final AccessGuard guard;

    RecordLedger(Journal journal, Revisions revisions, Restrictions restrictions, HandIns handIns, AccessGuard guard) {
        this.journal = journal;
        this.revisions = revisions;
        this.restrictions = restrictions;
        this.handIns = handIns;
        this.guard = guard;
    }

    /**
     * Appends revision 1 of new records and the events that tell of them, in the caller's transaction.
     *
     * @throws ProblemException {@code conflict} where one of them is there already
     */
    void written(List<? extends RecordVersion<?>> firsts) {
        List<RevisionRef> made = append(() ->
                revisions.appendFirst(firsts.stream().map(RecordLedger::first).toList(), guard.actor()));
        List<EventDraft> events = new ArrayList<>(firsts.size());
        for (int i = 0; i < firsts.size(); i++) {
            events.add(event(EventTypes.RECORD_CREATED, firsts.get(i), made.get(i), null));
        }
        journal.appendAll(events);
    }

    /**
     * Appends revision 1 of a record that the caller hands in for its owner, the event that tells for whom, and what they keep of
     * it; in the caller's transaction, before the record.
     */
    void handedIn(RecordVersion<?> first, HandedInFor to) {
        RevisionRef made = append(() -> revisions.appendFirst(List.of(first(first)), guard.actor()))
                .getFirst();
        JournalRef event = journal.append(guard.event(EventTypes.RECORD_CREATED, first.kind(), first.id())
                .revision(made.digest())
                .detail("revision", made.number())
                .detail(HandIn.ON_BEHALF_OF, to.owner().toString())
                .build());
        handIns.receiving(first, to, event);
    }

    /**
     * Appends the revision and the event that tells of it, in the caller's transaction; where fewer may see the record now,
     * searches leave it out until the index knows.
     *
     * @param reason code of what the change is; null where it is none in particular
     * @return the event
     * @throws ProblemException {@code conflict} where somebody else was faster
     */
    UUID rewritten(RecordVersion<?> before, RecordVersion<?> next, @Nullable String reason) {
        RevisionRef made = append(() -> revisions.append(
                subject(next.kind(), next.id()),
                before.revision(),
                Canonical.of(next),
                next.ownerOrg(),
                next.protection().classification().code(),
                next.protection().compartments(),
                guard.actor()));
        JournalRef event = journal.append(event(EventTypes.RECORD_REVISED, next, made, reason));
        if (next.protection().narrowerThan(before.protection())
                || next.guarded().confinedMoreThan(before.guarded())
                || staysInside(next) && !staysInside(before)
                || !openedTo(next).containsAll(openedTo(before))) {
            restrictions.add(next.kind(), next.id(), null, event.eventId());
        }
        return event.eventId();
    }

    private static boolean staysInside(RecordVersion<?> version) {
        return version.content() instanceof RecordContent said && said.staysInside();
    }

    private static Set<UUID> openedTo(RecordVersion<?> version) {
        return version.content() instanceof RecordContent said ? said.openedTo() : Set.of();
    }

    private EventDraft event(EventType type, RecordVersion<?> version, RevisionRef made, @Nullable String reason) {
        return guard.event(type, version.kind(), version.id())
                .revision(made.digest())
                .reason(reason)
                .detail("revision", made.number())
                .build();
    }

    private static FirstRevision first(RecordVersion<?> version) {
        return new FirstRevision(
                subject(version.kind(), version.id()),
                Canonical.of(version),
                version.ownerOrg(),
                version.protection().classification().code(),
                version.protection().compartments());
    }

    /** Revisions of a record by number, as far as the caller may see what it said. */
    List<RevisionView> history(ProtectedRecord record, int after, int limit) {
        return revisions.list(subject(record.kind(), record.id()), guard.seenSince(record), after, limit);
    }

    private static <R> R append(Supplier<R> appending) {
        try {
            return appending.get();
        } catch (RevisionConflictException e) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
    }

    private static Subject subject(RecordKind kind, UUID id) {
        return new Subject(kind.code(), id);
    }
}
