package org.aletheia.testimony.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Restrictions;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.statement.store.NarrativeItems;

/** Keeps the words of claim narratives from who inquires or prosecutes, but for the bodies that a consent names. */
@ApplicationScoped
class NarrativeWords {
    private final AccessGuard guard;
    private final NarrativeItems items;
    private final Journal journal;
    private final Restrictions restrictions;

    NarrativeWords(AccessGuard guard, NarrativeItems items, Journal journal, Restrictions restrictions) {
        this.guard = guard;
        this.items = items;
        this.journal = journal;
        this.restrictions = restrictions;
    }

    /**
     * States it in the caller's transaction, with an event of statement and item for each item of which something else
     * holds now. Until the index knows of it, everybody's searches leave these items out.
     */
    void state(RecordVersion<Statement> statement) {
        if (!statement.content().kind().equals(Statement.CLAIM_NARRATIVE)) {
            return;
        }
        Set<UUID> bodies = statement.content().openedTo();
        for (UUID item : items.state(statement, bodies)) {
            boolean open = !bodies.isEmpty() && statement.content().words().contains(item);
            List<Subject> both = List.of(
                    new Subject(RecordKind.STATEMENT.code(), statement.id()),
                    new Subject(RecordKind.ITEM.code(), item));
            JournalRef event = journal.append(guard.listEvent(EventTypes.LINK_CREATED, both)
                    .reason(open ? "claim-narrative-open" : "claim-narrative-apart")
                    .build());
            restrictions.add(RecordKind.ITEM, item, null, event.eventId());
        }
    }
}
