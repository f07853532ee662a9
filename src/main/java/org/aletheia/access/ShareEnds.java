package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.access.store.ShareStore;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Changes when shares end by themselves: to give one for longer is to give it, to give it for less closes. */
@ApplicationScoped
public class ShareEnds {
    private final AccessGuard guard;
    private final Shares sharing;
    private final StatedTerms terms;
    private final ShareStore shares;
    private final MemberOrganisationStore organisations;
    private final Restrictions restrictions;
    private final Journal journal;
    private final Clock clock;

    ShareEnds(
            AccessGuard guard,
            Shares sharing,
            StatedTerms terms,
            ShareStore shares,
            MemberOrganisationStore organisations,
            Restrictions restrictions,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.sharing = sharing;
        this.terms = terms;
        this.shares = shares;
        this.organisations = organisations;
        this.restrictions = restrictions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Gives a share another end, and those of the records that went along with it: for longer only those that their terms
     * still let go. Each change is an event. Where it ends sooner, searches of the grantee leave the record out from the
     * commit on until the index has caught up, which errs on the closed side.
     *
     * @param until null: it does not end by itself, if its terms do not end it
     * @throws ProblemException {@code not-found}, also for one that has ended; {@code state-refused} for one that was given
     *     along with another, whose end it has; {@code invalid-request} for a time that has come, or what the record's terms
     *     forbid today
     */
    @Transactional
    public Share change(UUID id, @Nullable Instant until) {
        Instant now = Moments.now(clock);
        Share share = sharing.changeable(id);
        if (Ends.over(until, now)) {
            throw invalid(List.of(new Finding("/until", "in-the-past")));
        }
        MemberOrganisation grantee =
                organisations.find(share.grantee()).orElseThrow(() -> guard.absent(RecordKind.SHARE, id));
        if (Ends.outlasts(until, share.endsAt())) {
            List<Finding> against = terms.against(share.kind(), share.record(), grantee);
            if (!against.isEmpty()) {
                throw invalid(against);
            }
        }
        Instant end = terms.until(share.kind(), share.record(), until);
        List<Share> given = shares.holdAlong(id);
        lengthen(given, end, grantee);
        shorten(given, end);
        return shares.find(id).orElseThrow(() -> guard.absent(RecordKind.SHARE, id));
    }

    private void lengthen(List<Share> given, @Nullable Instant until, MemberOrganisation grantee) {
        List<Share> longer = given.stream()
                .filter(each -> Ends.outlasts(until, each.endsAt()))
                .toList();
        tell(shares.until(ids(terms.mayGo(longer, grantee)), until));
    }

    private void shorten(List<Share> given, @Nullable Instant until) {
        List<UUID> shorter = ids(given.stream()
                .filter(each -> Ends.outlasts(each.endsAt(), until))
                .toList());
        List<Share> changed = shares.until(shorter, until);
        restrictions.add(changed, tell(changed));
    }

    private static List<UUID> ids(List<Share> of) {
        return of.stream().map(Share::id).toList();
    }

    private List<JournalRef> tell(List<Share> changed) {
        Stream<EventDraft> events = changed.stream().map(share -> guard.event(
                        GovernanceEventTypes.SHARE_UNTIL, share.kind(), share.record())
                .detail("share", share.id().toString())
                .detail("grantee", share.grantee().toString())
                .detail("until", share.endsAt() == null ? null : share.endsAt().toString())
                .build());
        return journal.appendAll(events.toList());
    }

    private static ProblemException invalid(List<Finding> findings) {
        return new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), findings);
    }
}
