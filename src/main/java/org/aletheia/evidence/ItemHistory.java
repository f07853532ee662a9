package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Proofs;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.store.NoticeRows;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** The two histories of an item: what was done with it, and who used it. */
@ApplicationScoped
public class ItemHistory {
    private final AccessGuard guard;
    private final Items items;
    private final Chains chains;
    private final UseRecord use;
    private final EventDisclosure disclosure;
    private final Proofs proofs;
    private final NoticeRows notices;

    ItemHistory(
            AccessGuard guard,
            Items items,
            Chains chains,
            UseRecord use,
            EventDisclosure disclosure,
            Proofs proofs,
            NoticeRows notices) {
        this.guard = guard;
        this.items = items;
        this.chains = chains;
        this.use = use;
        this.disclosure = disclosure;
        this.proofs = proofs;
        this.notices = notices;
    }

    /** The chain of custody, by number; of what others did beside it, that it was done. */
    public List<ChainEntry> custody(UUID id, long after, int limit) {
        return custody(require(id), after, limit);
    }

    /**
     * As {@link #custody(UUID, long, int)}.
     *
     * @param withheld fields that whoever it is handed on to shall not see
     */
    public List<ChainEntry> custody(UUID id, long after, int limit, Set<EventField> withheld) {
        return custody(require(id), after, limit, withheld);
    }

    /**
     * The whole chain of custody up to the last published checkpoint, with what {@link #custody} shows and a proof for each
     * event: enough to verify it without this server.
     *
     * @param withheld fields that whoever it is handed on to shall not see; it verifies all the same
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}; {@code proof-pending} while no published
     *     checkpoint covers the first event
     */
    public ProvenHistory proven(UUID id, Set<EventField> withheld) {
        EvidenceItem item = require(id);
        return proofs.series()
                .map(series -> new ProvenHistory((after, limit) -> custody(item, after, limit, withheld), series))
                .filter(ProvenHistory::hasNext)
                .orElseThrow(() -> new ProblemException(ProblemType.PROOF_PENDING));
    }

    private List<ChainEntry> custody(EvidenceItem item, long after, int limit, Set<EventField> withheld) {
        return custody(item, after, limit).stream()
                .map(entry -> without(withheld, entry))
                .toList();
    }

    /** An opening says what a withheld subject is. */
    private static ChainEntry without(Set<EventField> withheld, ChainEntry entry) {
        return new ChainEntry(
                entry.number(),
                entry.index(),
                entry.eventId(),
                entry.event().withhold(withheld),
                withheld.contains(EventField.SUBJECT) ? null : entry.opening(),
                entry.integrated());
    }

    private List<ChainEntry> custody(EvidenceItem item, long after, int limit) {
        boolean owned = item.ownerOrg().equals(guard.principal().organisation());
        return chains.custody(subject(item.id()), after, limit).stream()
                .map(entry -> entry.shownAs(disclosure.shown(entry.event(), owned)))
                .toList();
    }

    /**
     * The access record, as far as members of the caller's organisation made it; to the item's owner also what another body
     * let them know of ({@link UseNotices}), without the person. It is shown whole to nobody, and its numbers not at all: what
     * interests an investigator, and how often, is no business of whoever handed the item in.
     */
    public List<ChainEntry> accessRecord(UUID id, long after, int limit) {
        EvidenceItem item = require(id);
        UUID own = guard.principal().organisation();
        List<UUID> noticed = item.ownerOrg().equals(own) ? notices.of(id) : List.of();
        return chains.accessRecord(subject(id), own, noticed, after, limit).stream()
                .map(entry -> entry.shownAs(disclosure.shown(entry.event(), true)))
                .toList();
    }

    private EvidenceItem require(UUID id) {
        EvidenceItem item = items.require(id, AccessIntent.READ_CUSTODY);
        use.viewed(RecordKind.ITEM, id);
        return item;
    }

    private static Subject subject(UUID id) {
        return new Subject(RecordKind.ITEM.code(), id);
    }
}
