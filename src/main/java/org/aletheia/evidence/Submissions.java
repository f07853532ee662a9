package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Delegations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.RevisionRef;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.store.SubmissionRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
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
    private final Delegations delegations;
    private final HandIns handIns;

    Submissions(
            AccessGuard guard,
            RecordDirectory directory,
            SubmissionRows rows,
            Revisions revisions,
            Journal journal,
            UseRecord use,
            Idempotency idempotency,
            Delegations delegations,
            HandIns handIns) {
        this.guard = guard;
        this.directory = directory;
        this.rows = rows;
        this.revisions = revisions;
        this.journal = journal;
        this.use = use;
        this.idempotency = idempotency;
        this.delegations = delegations;
        this.handIns = handIns;
    }

    /**
     * Creates a submission of the caller's organisation: row, revision 1 and event in one transaction. What the same key
     * made before is read.
     *
     * @throws ProblemException {@code forbidden}
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

    /**
     * Creates a submission of the organisation that the draft names, which lets the caller's hand in for it, as {@link #create}; who
     * hands it in keeps a receipt of it.
     *
     * @throws ProblemException {@code forbidden}; {@code invalid-request} where the delegation ended meanwhile
     */
    @Transactional
    public HandIn handIn(SubmissionDraft draft, @Nullable String idempotencyKey) {
        Principal caller = guard.requireCreate(RecordKind.SUBMISSION);
        UUID made = idempotency.once(
                idempotencyKey,
                caller.member(),
                "submissions",
                CanonicalForms.of(draft),
                () -> create(Ids.timeOrdered(), draft, caller));
        return handIns.find(made).orElseThrow(() -> guard.absent(RecordKind.SUBMISSION, made));
    }

    private UUID create(UUID id, SubmissionDraft draft, Principal caller) {
        UUID onBehalfOf = draft.onBehalfOf();
        UUID owner = onBehalfOf == null ? caller.organisation() : onBehalfOf;
        Optional<UUID> delegation = onBehalfOf == null ? Optional.empty() : Optional.of(requireDelegation(onBehalfOf));
        RevisionRef revision = revisions.append(
                new Subject(RecordKind.SUBMISSION.code(), id),
                0,
                CanonicalForms.of(draft),
                owner,
                draft.protection().classification().code(),
                draft.protection().compartments(),
                guard.actor());
        EventDraft.Builder event = guard.event(EventTypes.RECORD_CREATED, RecordKind.SUBMISSION, id)
                .revision(revision.digest());
        delegation.ifPresent(on -> event.detail(HandIn.ON_BEHALF_OF, owner.toString()));
        JournalRef told = journal.append(event.build());
        rows.add(of(id, draft, owner, caller, revision));
        delegation.ifPresent(on -> handIns.submitted(id, draft, owner, on, told));
        return id;
    }

    private UUID requireDelegation(UUID owner) {
        return delegations
                .hold(owner, RecordKind.SUBMISSION)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        Map.of(),
                        List.of(new Finding("/" + HandIn.ON_BEHALF_OF, HandIn.NO_DELEGATION))));
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

    /**
     * A submission to which the caller may add items: as {@link #requireOpen}, or one that they handed in for an organisation that
     * lets them hand in still.
     */
    public OpenSubmission requireTaking(UUID id) {
        guard.requireCreate(RecordKind.ITEM);
        Optional<Submission> found = rows.find(id);
        if (found.filter(each -> each.ownerOrg().equals(guard.principal().organisation()))
                .isEmpty()) {
            Optional<OpenSubmission> handedIn = handIns.open(id);
            if (handedIn.isPresent()) {
                return handedIn.get();
            }
        }
        return OpenSubmission.of(require(found, id, AccessIntent.CREATE));
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
        return require(rows.find(id), id, intent);
    }

    private Submission require(Optional<Submission> found, UUID id, AccessIntent intent) {
        Submission submission = found.orElseThrow(() -> directory.gone(RecordKind.SUBMISSION, id));
        guard.check(intent, submission.guarded());
        return submission;
    }

    private static Submission of(UUID id, SubmissionDraft draft, UUID owner, Principal caller, RevisionRef revision) {
        return new Submission(
                id,
                owner,
                draft.protection(),
                revision.number(),
                revision.createdAt(),
                caller.member(),
                owner.equals(caller.organisation()) ? null : caller.organisation(),
                draft.statement());
    }
}
