package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;

/** The two histories of an item: what was done with it, and who used it. */
@ApplicationScoped
public class ItemHistory {
    private final AccessGuard guard;
    private final Items items;
    private final Chains chains;
    private final UseRecord use;
    private final EventDisclosure disclosure;

    ItemHistory(AccessGuard guard, Items items, Chains chains, UseRecord use, EventDisclosure disclosure) {
        this.guard = guard;
        this.items = items;
        this.chains = chains;
        this.use = use;
        this.disclosure = disclosure;
    }

    /** The chain of custody, by number; of what others did beside it, that it was done. */
    public List<ChainEntry> custody(UUID id, long after, int limit) {
        boolean owned = require(id).ownerOrg().equals(guard.principal().organisation());
        return chains.custody(subject(id), after, limit).stream()
                .map(entry -> entry.shownAs(disclosure.shown(entry.event(), owned)))
                .toList();
    }

    /**
     * The access record, as far as members of the caller's organisation made it. It is shown whole to nobody, and their
     * numbers not at all: what interests an investigator, and how often, is no business of whoever handed the item in.
     */
    public List<ChainEntry> accessRecord(UUID id, long after, int limit) {
        require(id);
        return chains.accessRecord(subject(id), guard.principal().organisation(), after, limit);
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
