package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.access.store.MemberStore;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Members of all organisations, for administrators; every change is an event of the same transaction. */
@ApplicationScoped
public class Members {
    private final AccessGuard guard;
    private final Enrolling enrolling;
    private final MemberStore members;
    private final MemberOrganisationStore organisations;
    private final Journal journal;
    private final Clock clock;

    Members(
            AccessGuard guard,
            Enrolling enrolling,
            MemberStore members,
            MemberOrganisationStore organisations,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.enrolling = enrolling;
        this.members = members;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws ProblemException {@code forbidden}, {@code not-found} for the organisation, {@code conflict} */
    @Transactional
    public Member enrol(UUID organisation, String issuer, String subject, Standing standing) {
        guard.requireAdministrator();
        if (organisations
                .find(organisation)
                .filter(found -> found.endedAt() == null)
                .isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return enrolling.member(organisation, issuer, subject, standing, guard.actor(), Purpose.ADMINISTRATION.code());
    }

    /** @throws ProblemException {@code forbidden}, {@code not-found} */
    @Transactional
    public Member get(UUID id) {
        guard.requireAdministrator();
        return members.find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /** Those of an organisation after an id. */
    @Transactional
    public List<Member> list(UUID organisation, UUID after, int limit) {
        guard.requireAdministrator();
        return members.list(organisation, after, limit);
    }

    /** Gives a member another standing. @throws ProblemException as {@link #end} */
    @Transactional
    public Member revise(UUID id, @Nullable String ifMatch, Standing standing) {
        return write(standing(id, ifMatch), standing, null);
    }

    /**
     * Ends an enrolment: from the commit on its token opens nothing.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code state-refused} where it has ended or nobody
     *     would be left to administer, {@code precondition-required}, {@code precondition-failed}
     */
    @Transactional
    public Member end(UUID id, @Nullable String ifMatch) {
        Member member = standing(id, ifMatch);
        return write(member, member.standing(), Moments.now(clock));
    }

    private Member standing(UUID id, @Nullable String ifMatch) {
        Member member = get(id);
        if (member.endedAt() != null) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        ETags.requireMatch(ifMatch, member.revision());
        return member;
    }

    private Member write(Member from, Standing standing, @Nullable Instant endedAt) {
        Instant now = Moments.now(clock);
        if (!members.revise(from.id(), from.revision(), standing, now, endedAt)) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED);
        }
        if (members.holding(Role.ADMINISTRATOR.code()) == 0) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        Member next = new Member(
                from.id(),
                from.organisation(),
                from.issuer(),
                from.subject(),
                standing,
                from.revision() + 1,
                from.createdAt(),
                now,
                endedAt);
        journal.append(guard.event(EventTypes.MEMBER_CHANGED, RecordKind.MEMBER, from.id())
                .detail(Standings.detail(next))
                .build());
        return next;
    }
}
