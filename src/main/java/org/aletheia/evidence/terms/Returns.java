package org.aletheia.evidence.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.store.SubmissionRows;
import org.aletheia.evidence.terms.store.ReturnRows;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** What others had until its day of return: whoever handed it in confirms that it came back. */
@ApplicationScoped
public class Returns {
    private static final int BATCH = 200;

    private final AccessGuard guard;
    private final SubmissionRows submissions;
    private final ReturnRows rows;
    private final Journal journal;
    private final Clock clock;

    Returns(AccessGuard guard, SubmissionRows submissions, ReturnRows rows, Journal journal, Clock clock) {
        this.guard = guard;
        this.submissions = submissions;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** Submissions that the caller may share and somebody has not given back yet, after an id, in order of ids. */
    @Transactional
    public List<DueReturn> open(UUID after, int most) {
        List<DueReturn> found = new ArrayList<>();
        UUID last = after;
        List<DueReturn> batch;
        do {
            batch = rows.due(last, today(), BATCH);
            for (DueReturn due : batch) {
                last = due.submission();
                if (found.size() < most && due.open() && mayShare(due.submission())) {
                    found.add(due);
                }
            }
        } while (batch.size() == BATCH && found.size() < most);
        return found;
    }

    /**
     * Confirms that an organisation gave back what it had of a submission, or destroyed it.
     *
     * @throws ProblemException {@code not-found} for who may not share the submission; {@code invalid-request} for an
     *     organisation that had nothing of it; {@code state-refused} before its day of return; {@code conflict} where it is
     *     confirmed already
     */
    @Transactional
    public DueReturn confirm(UUID submission, UUID organisation) {
        Submission found =
                submissions.find(submission).orElseThrow(() -> guard.absent(RecordKind.SUBMISSION, submission));
        guard.check(AccessIntent.TRANSMIT, found.guarded());
        DueReturn due =
                rows.due(submission, today()).orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
        DueReturn.Had had = due.had().stream()
                .filter(each -> each.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("/organisation", "had-nothing"))));
        if (had.confirmedAt() != null) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
        UUID event = journal.append(
                        guard.event(GovernanceEventTypes.RETURN_CONFIRMED, RecordKind.SUBMISSION, submission)
                                .detail("organisation", organisation.toString())
                                .detail("returnBy", due.returnBy().toString())
                                .build())
                .eventId();
        if (!rows.confirm(submission, organisation, guard.principal().member(), Moments.now(clock), event)) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
        return rows.due(submission, today()).orElse(due);
    }

    private boolean mayShare(UUID submission) {
        return submissions
                .find(submission)
                .filter(found -> guard.permits(AccessIntent.TRANSMIT, found.guarded()))
                .isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
