package org.aletheia.evidence.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.DigestsJson;

/** Tells the journal what was found, in the transaction that notes it. */
@ApplicationScoped
class FixityEvents {
    private final Journal journal;
    private final FixityRecord record;
    private final Clock clock;

    FixityEvents(Journal journal, FixityRecord record, Clock clock) {
        this.journal = journal;
        this.record = record;
        this.clock = clock;
    }

    /** A check and what it found. */
    @Transactional
    void checked(FixityPlan.Claim claim, FixityTrigger trigger, FixityResult result) {
        EventDraft.Builder event = of(EventTypes.FIXITY_CHECKED, claim)
                .detail("outcome", result.outcome().code())
                .detail("trigger", trigger.code());
        if (result.finding() != null) {
            event.detail("finding", result.finding());
        }
        if (!result.digests().isEmpty()) {
            event.detail("digests", DigestsJson.of(result.digests()));
        }
        UUID id = journal.append(event.build()).eventId();
        record.checked(claim, clock.instant(), result, id);
    }

    /** That nothing could be checked, because the key is gone on purpose: no event, the destruction was one. */
    @Transactional
    void passed(FixityPlan.Claim claim) {
        record.checked(claim, clock.instant(), null, null);
    }

    /** The bytes were put back. */
    @Transactional
    void repaired(FixityPlan.Claim claim) {
        journal.append(of(EventTypes.CONTENT_REPAIRED, claim)
                .detail("source", "second-bucket")
                .build());
    }

    private static EventDraft.Builder of(EventType type, FixityPlan.Claim claim) {
        EventDraft.Builder event = EventDraft.of(type, Actor.SYSTEM, new Subject(RecordKind.ITEM.code(), claim.item()));
        return claim.rendition() == null
                ? event
                : event.detail("rendition", claim.rendition().toString());
    }
}
