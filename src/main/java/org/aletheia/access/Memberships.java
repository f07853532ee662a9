package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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

/** Does what was decided about members, by one or by two, in the caller's transaction; whether it was is others' to know. */
@ApplicationScoped
class Memberships {
    private final AccessGuard guard;
    private final Enrolling enrolling;
    private final Founding founding;
    private final MemberStore members;
    private final MemberOrganisationStore organisations;
    private final Journal journal;
    private final Clock clock;

    Memberships(
            AccessGuard guard,
            Enrolling enrolling,
            Founding founding,
            MemberStore members,
            MemberOrganisationStore organisations,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.enrolling = enrolling;
        this.founding = founding;
        this.members = members;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws ProblemException {@code not-found} where there is none, or it has ended */
    void requireOrganisation(UUID id) {
        if (organisations.find(id).filter(found -> found.endedAt() == null).isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
    }

    /** A member whose enrolment stands. @throws ProblemException {@code not-found}, {@code state-refused} */
    Member requireStanding(UUID id) {
        Member member = members.find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        if (member.endedAt() != null) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        return member;
    }

    /** @throws ProblemException {@code not-found} for the organisation, {@code conflict} where the token is enrolled */
    Member enrol(UUID organisation, String issuer, String subject, Standing standing) {
        requireOrganisation(organisation);
        Member member =
                enrolling.member(organisation, issuer, subject, standing, guard.actor(), Purpose.ADMINISTRATION.code());
        endFounding(member);
        return member;
    }

    /**
     * Gives another standing.
     *
     * @param basedOn the revision that was decided about
     * @throws ProblemException those of {@link #requireStanding}, {@code precondition-failed}; {@code state-refused} where
     *     too few would be left to administer
     */
    Member revise(UUID id, int basedOn, Standing standing) {
        return write(requireStanding(id), basedOn, standing, null);
    }

    /** Ends an enrolment. @throws ProblemException as {@link #revise} */
    Member end(UUID id, int basedOn) {
        Member member = requireStanding(id);
        return write(member, basedOn, member.standing(), Moments.now(clock));
    }

    private Member write(Member from, int basedOn, Standing standing, @Nullable Instant endedAt) {
        Instant now = Moments.now(clock);
        Member next = new Member(
                from.id(),
                from.organisation(),
                from.issuer(),
                from.subject(),
                standing,
                basedOn + 1,
                from.createdAt(),
                now,
                standing.widerThan(from.standing()) ? now : from.widenedAt(),
                endedAt);
        if (!members.revise(next)) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, Map.of("current", ETags.of(from.revision())));
        }
        requireAdministrators(from);
        journal.append(guard.event(EventTypes.MEMBER_CHANGED, RecordKind.MEMBER, from.id())
                .detail(Standings.detail(next))
                .build());
        endFounding(next);
        return next;
    }

    /** One is left while a server is founded, two ever after: one could have nothing approved. */
    private void requireAdministrators(Member before) {
        if (before.standing().roles().contains(Role.ADMINISTRATOR)
                && members.holding(Role.ADMINISTRATOR.code()) < (founding.holdOpen() ? 1 : 2)) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }

    private void endFounding(Member changed) {
        if (changed.standing().roles().contains(Role.ADMINISTRATOR)
                && founding.holdOpen()
                && members.holding(Role.ADMINISTRATOR.code()) > 1) {
            founding.end(changed.id());
        }
    }
}
