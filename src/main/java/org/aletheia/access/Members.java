package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.access.store.MemberStore;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Finding;
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

    /**
     * Enrols.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found} for the organisation, {@code conflict}, {@code
     *     invalid-request} for an administrator with another role
     */
    @Transactional
    public Member enrol(UUID organisation, String issuer, String subject, Standing standing) {
        guard.requireAdministrator();
        requireApart(standing);
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

    /**
     * Gives another member another standing.
     *
     * @throws ProblemException as {@link #end}; {@code second-person-required} for one's own standing, {@code
     *     invalid-request} for an administrator with another role
     */
    @Transactional
    public Member revise(UUID id, @Nullable String ifMatch, Standing standing) {
        Member member = standing(id, ifMatch);
        if (id.equals(guard.principal().member())) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        requireApart(standing);
        return write(member, standing, null);
    }

    /** Who gives access uses none: content never opens to the token that opens it to others. */
    private static void requireApart(Standing standing) {
        if (standing.roles().contains(Role.ADMINISTRATOR) && standing.roles().size() > 1) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("/roles", "administrator-alone")));
        }
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
        Member next = new Member(
                from.id(),
                from.organisation(),
                from.issuer(),
                from.subject(),
                standing,
                from.revision() + 1,
                from.createdAt(),
                now,
                standing.widerThan(from.standing()) ? now : from.widenedAt(),
                endedAt);
        if (!members.revise(next)) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED);
        }
        if (members.holding(Role.ADMINISTRATOR.code()) == 0) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        journal.append(guard.event(EventTypes.MEMBER_CHANGED, RecordKind.MEMBER, from.id())
                .detail(Standings.detail(next))
                .build());
        return next;
    }
}
