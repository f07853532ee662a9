package org.aletheia.evidence.privilege;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.privilege.store.RulingRows;
import org.aletheia.evidence.store.HandInRows;
import org.aletheia.evidence.store.SubmissionRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/**
 * Keeps the items of a privileged submission closed until counsel of the organisation that handed it in has ruled that they
 * are open: claimed by the sender, they are closed as they are received.
 */
@ApplicationScoped
public class PrivilegeRulings {
    private final AccessGuard guard;
    private final RecordLookup lookup;
    private final SubmissionRows submissions;
    private final HandInRows handIns;
    private final RulingRows rulings;
    private final Closures closures;
    private final UseRecord use;
    private final Journal journal;
    private final Clock clock;

    PrivilegeRulings(
            AccessGuard guard,
            RecordLookup lookup,
            SubmissionRows submissions,
            HandInRows handIns,
            RulingRows rulings,
            Closures closures,
            UseRecord use,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.lookup = lookup;
        this.submissions = submissions;
        this.handIns = handIns;
        this.rulings = rulings;
        this.closures = closures;
        this.use = use;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Closes an item that was just received, in the caller's transaction, where its submission is privileged. A ruling that is
     * made meanwhile waits for that transaction, and then reaches the item too.
     *
     * @param event the event of its receipt
     */
    @Transactional(TxType.MANDATORY)
    public void received(UUID item, UUID submission, UUID event) {
        boolean closed = lookup.hold(RecordKind.SUBMISSION, submission).isPresent()
                ? isClosed(submission)
                : handIns.hold(submission).map(HandInRows.Held::closed).orElse(true); // handed in for another
        if (closed) {
            closures.close(RecordKind.ITEM, item, ClosureGround.PRIVILEGE, basis(submission), event);
        }
    }

    /**
     * Rules. Ruling, event and what follows for every item of the submission, also those closed to who rules, in one
     * transaction.
     *
     * @throws ProblemException {@code not-found} for who is not counsel of the owner, {@code state-refused} for a ruling on
     *     what is claimed by nobody, or an assertion of what is privileged already
     */
    @Transactional
    public PrivilegeRuling rule(UUID submission, Ruling ruling) {
        require(AccessIntent.RULE, submission);
        rulings.lock(submission);
        boolean closed = isClosed(submission);
        if (!ruling.follows(closed)) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        UUID event = journal.append(guard.event(EventTypes.PRIVILEGE_RULED, RecordKind.SUBMISSION, submission)
                        .detail("ruling", ruling.code())
                        .build())
                .eventId();
        PrivilegeRuling made = new PrivilegeRuling(
                Ids.timeOrdered(), submission, ruling, guard.principal().member(), Moments.now(clock));
        rulings.add(made, event);
        if (ruling.closes() && !closed) {
            rulings.items(submission)
                    .forEach(item ->
                            closures.close(RecordKind.ITEM, item, ClosureGround.PRIVILEGE, basis(submission), event));
        } else if (!ruling.closes()) {
            closures.reopenAll(ClosureGround.PRIVILEGE, basis(submission), event);
        }
        return made;
    }

    /** The rulings on a submission that the caller may read, the first one first. @throws ProblemException {@code not-found} */
    @Transactional
    public List<PrivilegeRuling> list(UUID submission) {
        require(AccessIntent.READ, submission);
        use.viewed(RecordKind.SUBMISSION, submission);
        return rulings.of(submission);
    }

    private void require(AccessIntent intent, UUID submission) {
        Submission found =
                submissions.find(submission).orElseThrow(() -> guard.absent(RecordKind.SUBMISSION, submission));
        guard.check(intent, found.guarded());
    }

    /** What cannot be seen is claimed: nothing opens by it. */
    private boolean isClosed(UUID submission) {
        List<PrivilegeRuling> ruled = rulings.of(submission);
        return ruled.isEmpty()
                ? submissions.find(submission).map(Submission::isPrivileged).orElse(true)
                : ruled.getLast().ruling().closes();
    }

    private static RecordName basis(UUID submission) {
        return new RecordName(RecordKind.SUBMISSION, submission);
    }
}
