package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Restrictions;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionConflictException;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.RevisionView;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** Writes what happens to records into their revisions and the journal. */
@ApplicationScoped
class RecordLedger {
    private final Journal journal;
    private final Revisions revisions;
    private final Restrictions restrictions;
    private final AccessGuard guard;

    RecordLedger(Journal journal, Revisions revisions, Restrictions restrictions, AccessGuard guard) {
        this.journal = journal;
        this.revisions = revisions;
        this.restrictions = restrictions;
        this.guard = guard;
    }

    /**
     * Appends the revision and the event that tells of it, in the caller's transaction.
     *
     * @throws ProblemException {@code conflict} where somebody else was faster
     */
    JournalRef written(RecordVersion<?> version) {
        return written(version, null);
    }

    private JournalRef written(RecordVersion<?> version, @Nullable String reason) {
        RevisionRef made = append(version);
        EventType type = version.revision() == 1 ? EventTypes.RECORD_CREATED : EventTypes.RECORD_REVISED;
        return journal.append(guard.event(type, version.kind(), version.id())
                .revision(made.digest())
                .reason(reason)
                .detail("revision", made.number())
                .build());
    }

    /** As {@link #written}; where fewer may see the record now, searches leave it out until the index knows. */
    void rewritten(RecordVersion<?> before, RecordVersion<?> next, @Nullable String reason) {
        JournalRef event = written(next, reason);
        if (next.protection().narrowerThan(before.protection())) {
            restrictions.add(next.kind(), next.id(), null, event.eventId());
        }
    }

    /** Revisions of a record by number, as far as the caller may see what it said. */
    List<RevisionView> history(ProtectedRecord record, int after, int limit) {
        return revisions.list(subject(record.kind(), record.id()), guard.seenSince(record), after, limit);
    }

    private RevisionRef append(RecordVersion<?> version) {
        try {
            return revisions.append(
                    subject(version.kind(), version.id()),
                    version.revision() - 1,
                    Canonical.of(version),
                    version.ownerOrg(),
                    version.protection().classification().code(),
                    version.protection().compartments(),
                    guard.actor());
        } catch (RevisionConflictException e) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
    }

    private static Subject subject(RecordKind kind, UUID id) {
        return new Subject(kind.code(), id);
    }
}
