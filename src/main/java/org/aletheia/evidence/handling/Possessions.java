package org.aletheia.evidence.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.handling.store.PossessionRows;
import org.aletheia.evidence.store.ItemRows;
import org.jspecify.annotations.Nullable;

/** Where items stand. */
@ApplicationScoped
public class Possessions {
    private final AccessGuard guard;
    private final ItemRows items;
    private final PossessionRows rows;
    private final UseRecord use;

    Possessions(AccessGuard guard, ItemRows items, PossessionRows rows, UseRecord use) {
        this.guard = guard;
        this.items = items;
        this.rows = rows;
        this.use = use;
    }

    /**
     * Where an item stands whose chain the caller may see.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}
     */
    public Possession read(UUID id) {
        EvidenceItem item = items.find(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
        guard.check(AccessIntent.READ_CUSTODY, item.guarded());
        use.viewed(RecordKind.ITEM, id);
        return of(item, rows.find(id));
    }

    /** Where an item stands, for a statement about it: the caller's transaction holds the item, and nobody changes this. */
    Possession of(EvidenceItem item) {
        return of(item, rows.lock(item.id()));
    }

    private static Possession of(EvidenceItem item, Optional<Possession> told) {
        Possession known = told.orElseGet(() -> Possession.onReceipt(item.ownerOrg()));
        boolean sentBack = item.version().state() == ItemState.RETURNED && known.standing() == Standing.PRESENT;
        return sentBack ? known.with(Standing.RETURNED) : known;
    }

    void save(UUID item, Possession now, Instant at) {
        rows.save(item, now, at);
    }

    /** Takes an offer away, with the seal as it was found. @return whether it was the open one */
    boolean close(UUID item, UUID offer, @Nullable Seal found, Instant at) {
        return rows.close(item, offer, found, at);
    }
}
