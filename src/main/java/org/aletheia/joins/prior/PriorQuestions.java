package org.aletheia.joins.prior;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.vault.VaultSubject;

/**
 * Asking whether somebody was interviewed before. A question is noted and no more: whoever asks gets the same answer in the
 * same time, whatever the vault holds, since it is compared later and apart from them.
 */
@ApplicationScoped
public class PriorQuestions {
    private static final Duration DAY = Duration.ofDays(1);

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final QuestionRegister register;
    private final MarkRegister marks;
    private final Journal journal;
    private final IdPages pages;
    private final UseRecord use;
    private final PriorInterviewConfig config;
    private final Clock clock;

    PriorQuestions(
            AccessGuard guard,
            RecordDirectory directory,
            QuestionRegister register,
            MarkRegister marks,
            Journal journal,
            IdPages pages,
            UseRecord use,
            PriorInterviewConfig config,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.register = register;
        this.marks = marks;
        this.journal = journal;
        this.pages = pages;
        this.use = use;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks; the same interview asked for again is the same question. One transaction: the question, and its event in the
     * history of the person's record, with the scope of the consent as its reason.
     *
     * @param subject of the caller's organisation
     * @param agreedAt found to be of this moment
     * @throws ProblemException {@code forbidden} for who is no accredited interviewer; {@code too-many-requests}
     */
    @Transactional
    public void ask(VaultSubject subject, UUID interview, Instant agreedAt) {
        Principal caller = guard.requireCreate(RecordKind.PRIOR_QUESTION);
        Instant now = Moments.now(clock);
        int before = register.askedSince(caller.member(), now.minus(DAY));
        if (register.asked(caller.organisation(), interview)) {
            return;
        }
        if (before >= config.perDay()) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, Map.of());
        }
        UUID id = Ids.random();
        register.add(new PriorQuestion(id, caller.organisation(), caller.member(), subject, interview, agreedAt, now));
        journal.append(guard.event(EventTypes.PRIOR_ASKED, subject.kind(), subject.id())
                .reason(PriorQuestion.CONSENT)
                .detail("question", id.toString())
                .build());
    }

    /**
     * Notes that somebody does not want to be found by such questions, or takes that back.
     *
     * <p>Order of durable effects: 1. the wish, and no mark any more, in the vault; 2. the event. A crash after 1 leaves a wish
     * that is obeyed and not told; who gets no answer repeats.
     *
     * @throws ProblemException {@code not-found}
     */
    public void optOut(VaultSubject subject, boolean out) {
        directory.require(AccessIntent.REVISE, subject.kind(), subject.id());
        if (out) {
            marks.optOut(subject);
        } else {
            marks.optIn(subject);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(guard.event(EventTypes.PRIOR_OPT_OUT, subject.kind(), subject.id())
                        .detail("out", out)
                        .build()));
    }

    /**
     * What the contact desk of the caller's organisation has learned.
     *
     * @throws ProblemException {@code invalid-request}, {@code cursor-invalid}, {@code cursor-expired}
     */
    public Page<PriorMatch> matches(PageRequest request) {
        RecordFilter filter = guard.filter(RecordKind.PRIOR_MATCH);
        UUID own = guard.principal().organisation();
        Page<PriorMatch> page = pages.of(
                RecordKind.PRIOR_MATCH.code(),
                request.limit(),
                request.cursor(),
                (after, most) ->
                        filter instanceof RecordFilter.Matching ? register.matches(own, after, most) : List.of(),
                PriorMatch::id);
        use.listed(
                RecordKind.PRIOR_MATCH,
                page.items().stream().map(PriorMatch::id).toList());
        return page;
    }
}
