package org.aletheia.reparations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Restrictions;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.reparations.claim.Narrative;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.store.NarrativeRows;

/** Keeps the claimant's own account from prosecution unless the claimant consented to that. */
@ApplicationScoped
class Narratives {
    private static final Set<String> KINDS = Set.of("claim", "testimony");

    private final AccessGuard guard;
    private final Items items;
    private final NarrativeRows rows;
    private final Journal journal;
    private final Restrictions restrictions;

    Narratives(AccessGuard guard, Items items, NarrativeRows rows, Journal journal, Restrictions restrictions) {
        this.guard = guard;
        this.items = items;
        this.rows = rows;
        this.journal = journal;
        this.restrictions = restrictions;
    }

    /** Only an own item that is testimony or a claim file can be one: nobody keeps evidence from prosecution by calling it so. */
    void check(Narrative narrative, Checks checks) {
        EvidenceItem item = items.require(narrative.item(), AccessIntent.READ);
        boolean own = item.ownerOrg().equals(guard.principal().organisation());
        checks.findings().require(own, "/narrative/item", "narrative-not-own");
        boolean kind = KINDS.contains(item.version().metadata().kind());
        checks.findings().require(kind, "/narrative/item", "narrative-kind");
        if (narrative.prosecution()) {
            checks.required("/narrative/consent", narrative.consent());
            checks.required("/narrative/consentedOn", narrative.consentedOn());
        }
    }

    /**
     * States it in the caller's transaction, with an event of claim and item for each item of which something else holds
     * now; searches leave it out until the index knows.
     */
    void state(RecordVersion<ReparationClaim> claim) {
        for (UUID item : rows.state(claim)) {
            Narrative narrative = claim.content().narrative();
            boolean open = narrative != null && narrative.item().equals(item) && narrative.prosecution();
            List<Subject> both = List.of(
                    new Subject(RecordKind.REPARATION_CLAIM.code(), claim.id()),
                    new Subject(RecordKind.ITEM.code(), item));
            JournalRef event = journal.append(guard.listEvent(EventTypes.LINK_CREATED, both)
                    .reason(open ? "claim-narrative-open" : "claim-narrative-apart")
                    .build());
            if (!open) {
                restrictions.add(RecordKind.ITEM, item, null, event.eventId());
            }
        }
    }
}
