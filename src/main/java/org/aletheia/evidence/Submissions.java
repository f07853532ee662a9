package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.store.SubmissionRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Idempotency;
import org.jspecify.annotations.Nullable;

/** What organisations hand in, and on what terms. */
@ApplicationScoped
public class Submissions {
    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final SubmissionRows rows;
    private final Revisions revisions;
    private final Journal journal;
    private final UseRecord use;
    private final Idempotency idempotency;

    Submissions(
            AccessGuard guard,
            RecordDirectory directory,
            SubmissionRows rows,
            Revisions revisions,
            Journal journal,
            UseRecord use,
            Idempotency idempotency) {
        this.guard = guard;
        this.directory = directory;
        this.rows = rows;
        this.revisions = revisions;
        this.journal = journal;
        this.use = use;
        this.idempotency = idempotency;
    }

    /**
     * Creates a submission of the caller's organisation: row, revision 1 and event in one transaction. What the same key
     * made before is read.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code forbidden}
     */
    @Transactional
    public Submission create(SubmissionDraft draft, @Nullable String idempotencyKey) {
        Principal caller = guard.requireCreate(RecordKind.SUBMISSION);
        UUID id = Ids.timeOrdered();
        UUID made = idempotency.once(
                idempotencyKey,
                caller.member(),
                "submissions",
                CanonicalForms.of(draft),
                () -> create(id, draft, caller));
        return made.equals(id)
                ? rows.find(made).orElseThrow(() -> guard.absent(RecordKind.SUBMISSION, made))
                : read(made);
    }

    private UUID create(UUID id, SubmissionDraft draft, Principal caller) {
        RevisionRef revision = revisions.append(
                new Subject(RecordKind.SUBMISSION.code(), id),
                0,
                CanonicalForms.of(draft),
                caller.organisation(),
                draft.protection().classification().code(),
                draft.protection().compartments(),
                guard.actor());
        journal.append(guard.event(EventTypes.RECORD_CREATED, RecordKind.SUBMISSION, id)
                .revision(revision.digest())
                .build());
        rows.add(of(id, draft, caller, revision));
        return id;
    }

    /** A submission that the caller may read; the read is told to the journal first. */
    public Submission read(UUID id) {
        Submission submission = require(id, AccessIntent.READ);
        use.viewed(RecordKind.SUBMISSION, id);
        return submission;
    }

    /** A submission of the caller's organisation to which they may add. */
    public Submission requireOpen(UUID id) {
        guard.requireCreate(RecordKind.ITEM);
        return require(id, AccessIntent.CREATE);
    }

    /** Those that the caller may list, after an id; to be told to the journal with {@link #shown}. */
    public List<Submission> list(UUID after, int limit) {
        return rows.list(guard.filter(RecordKind.SUBMISSION), after, limit);
    }

    /** Tells the journal which of a list are shown. */
    public void shown(List<UUID> ids) {
        use.listed(RecordKind.SUBMISSION, ids);
    }

    private Submission require(UUID id, AccessIntent intent) {
        Submission submission = rows.find(id).orElseThrow(() -> directory.gone(RecordKind.SUBMISSION, id));
        guard.check(intent, submission.guarded());
        return submission;
    }

    private static Submission of(UUID id, SubmissionDraft draft, Principal caller, RevisionRef revision) {
        return new Submission(
                id,
                caller.organisation(),
                draft.protection(),
                revision.number(),
                revision.createdAt(),
                caller.member(),
                draft.statement());
    }
}
