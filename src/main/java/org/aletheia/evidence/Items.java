package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.RevisionView;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.evidence.store.SubmissionRows;
import org.jspecify.annotations.Nullable;

/** The items of evidence: reading them, and what may change about them. Each read is told to the journal first. */
@ApplicationScoped
public class Items {
    private final AccessGuard guard;
    private final ItemRows rows;
    private final SubmissionRows submissions;
    private final ItemChanges changes;
    private final Revisions revisions;
    private final UseRecord use;
    private final RecordDirectory directory;
    private final FileNames names;

    Items(
            AccessGuard guard,
            ItemRows rows,
            SubmissionRows submissions,
            ItemChanges changes,
            Revisions revisions,
            UseRecord use,
            RecordDirectory directory,
            FileNames names) {
        this.guard = guard;
        this.rows = rows;
        this.submissions = submissions;
        this.changes = changes;
        this.revisions = revisions;
        this.use = use;
        this.directory = directory;
        this.names = names;
    }

    /** An item that the caller may read. */
    public EvidenceItem read(UUID id) {
        EvidenceItem item = require(id, AccessIntent.READ);
        use.viewed(RecordKind.ITEM, id);
        return item;
    }

    /** Those that the caller may list, after an id; to be told to the journal with {@link #shown}. */
    public List<EvidenceItem> list(@Nullable UUID submission, @Nullable ItemState state, UUID after, int limit) {
        return open(rows.list(guard.filter(RecordKind.ITEM), submission, state, after, limit));
    }

    /** Those of the items that the caller may list, in no order; to be told to the journal by whoever shows them. */
    public List<EvidenceItem> among(Collection<UUID> ids) {
        return open(rows.among(guard.filter(RecordKind.ITEM), ids));
    }

    private List<EvidenceItem> open(List<EvidenceItem> stored) {
        return stored.stream().map(names::open).toList();
    }

    /** Tells the journal which of a list are shown. */
    public void shown(List<UUID> ids) {
        use.listed(RecordKind.ITEM, ids);
    }

    /** Revisions of an item that the caller may read, by number; of a shared one those since it is shared. */
    public List<RevisionView> revisions(UUID id, int after, int limit) {
        Instant since = guard.seenSince(read(id).guarded());
        return revisions.list(new Subject(RecordKind.ITEM.code(), id), since, after, limit);
    }

    /** An item that the caller may revise, with the protection below which it may not go. */
    public Revisable requireRevisable(UUID id) {
        EvidenceItem item = require(id, AccessIntent.REVISE);
        UUID submission = item.version().submission();
        Protection floor =
                submissions.find(submission).map(Submission::protection).orElse(Protection.DEFAULT);
        return new Revisable(item, floor);
    }

    /** Requires that the caller may decide about the item. */
    public void requireAssessable(UUID id) {
        require(id, AccessIntent.ASSESS);
    }

    /** An item that may be revised, and its submission's protection. */
    public record Revisable(EvidenceItem item, Protection floor) {}

    /**
     * Replaces what is stated about an item; to be called after {@link #requireRevisable}.
     *
     * @param ifMatch the tag of the revision that the change is based on
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}, {@code precondition-required}, {@code
     *     precondition-failed}
     */
    public EvidenceItem revise(UUID id, @Nullable String ifMatch, ItemDraft draft) {
        return names.open(changes.revise(id, ifMatch, draft));
    }

    /**
     * Moves an item to another state; registration gives it its number. To be called after {@link #requireAssessable}.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}, {@code precondition-required}, {@code
     *     precondition-failed}, {@code state-refused}; {@code custody-refused} where a legal hold forbids to end its keeping
     */
    public EvidenceItem decide(UUID id, @Nullable String ifMatch, DecisionDraft draft) {
        return names.open(changes.decide(id, ifMatch, draft));
    }

    /** An item with which the caller may do this; nothing is told to the journal. */
    public EvidenceItem require(UUID id, AccessIntent intent) {
        return requireAny(id, List.of(intent));
    }

    /** Whether {@link #requireAny} would find it; tells the journal nothing. */
    public boolean permits(UUID id, List<AccessIntent> intents) {
        return rows.find(id)
                .filter(item -> intents.stream().anyMatch(intent -> guard.permits(intent, item.guarded())))
                .isPresent();
    }

    /** An item with which the caller may do one of these at least; nothing is told to the journal. */
    public EvidenceItem requireAny(UUID id, List<AccessIntent> intents) {
        EvidenceItem item = rows.find(id).orElseThrow(() -> directory.gone(RecordKind.ITEM, id));
        if (intents.size() == 1 || intents.stream().noneMatch(intent -> guard.permits(intent, item.guarded()))) {
            guard.check(intents.getFirst(), item.guarded());
        }
        return names.open(item);
    }
}
