package org.aletheia.evidence.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.DisposedRecord;
import org.aletheia.access.IdPages;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.disposal.store.TombstoneRows;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;

/** What remains after disposals, for whoever might have read the record. */
@ApplicationScoped
public class Tombstones {
    private final AccessGuard guard;
    private final RecordLookup lookup;
    private final TombstoneRows rows;
    private final Chains chains;
    private final IdPages pages;
    private final UseRecord use;

    Tombstones(
            AccessGuard guard, RecordLookup lookup, TombstoneRows rows, Chains chains, IdPages pages, UseRecord use) {
        this.guard = guard;
        this.lookup = lookup;
        this.rows = rows;
        this.chains = chains;
        this.pages = pages;
        this.use = use;
    }

    /** @throws ProblemException {@code not-found}, also of a record that was not disposed of */
    public Tombstone get(RecordKind kind, UUID id) {
        require(AccessIntent.READ, kind, id);
        return rows.find(kind, id).orElseThrow(() -> guard.absent(kind, id));
    }

    /**
     * The events of its custody and changes, which say each by itself what happened ({@code /events/{id}}) and are proven.
     *
     * @throws ProblemException {@code not-found}
     */
    public Page<ChainEntry> history(RecordKind kind, UUID id, PageRequest request) {
        require(AccessIntent.READ_CUSTODY, kind, id);
        return pages.byNumber(
                "tombstone " + kind.code() + "\n" + id,
                request.limit(),
                request.cursor(),
                (after, most) -> chains.custody(new Subject(kind.code(), id), after, most),
                entry -> Math.toIntExact(entry.number()));
    }

    private void require(AccessIntent intent, RecordKind kind, UUID id) {
        ProtectedRecord was =
                lookup.findDisposed(kind, id).map(DisposedRecord::was).orElseThrow(() -> guard.absent(kind, id));
        if (!guard.permits(AccessIntent.DISPOSE, was)) {
            guard.check(intent, was);
        }
        use.viewed(kind, id);
    }
}
