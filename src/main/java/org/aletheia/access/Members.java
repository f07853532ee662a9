package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.MemberOutcome.Asked;
import org.aletheia.access.MemberOutcome.Done;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.store.MemberStore;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Members of all organisations, for administrators; every change is an event of the same transaction. Once the server is
 * founded, what gives, changes or takes a privileged role is asked by one administrator and approved by another.
 */
@ApplicationScoped
public class Members {
    private final AccessGuard guard;
    private final Memberships memberships;
    private final Founding founding;
    private final Approvals approvals;
    private final MemberStore members;
    private final Services services;
    private final Clock clock;

    Members(
            AccessGuard guard,
            Memberships memberships,
            Founding founding,
            Approvals approvals,
            MemberStore members,
            Services services,
            Clock clock) {
        this.guard = guard;
        this.memberships = memberships;
        this.founding = founding;
        this.approvals = approvals;
        this.members = members;
        this.services = services;
        this.clock = clock;
    }

    /**
     * Enrols, or asks that somebody be enrolled.
     *
     * @param reason in words that name nobody; needed where another has to approve
     * @throws ProblemException {@code forbidden}, {@code not-found} for the organisation, {@code conflict}, {@code
     *     invalid-request} for an administrator with another role, an end that has come, or for want of a reason
     */
    @Transactional
    public MemberOutcome enrol(
            UUID organisation, String issuer, String subject, Standing standing, @Nullable String reason) {
        guard.requireAdministrator();
        requireSound(organisation, standing);
        if (!needsTwo(standing.privileged())) {
            return new Done(memberships.enrol(organisation, issuer, subject, standing));
        }
        memberships.requireOrganisation(organisation);
        if (members.isEnrolled(issuer, subject)) {
            throw Enrolling.taken("/subject");
        }
        return new Asked(approvals.ask(
                Matter.MEMBER_ENROLMENT,
                organisation,
                null,
                MembershipByTwo.enrolment(organisation, issuer, subject, standing),
                given("/reason", reason)));
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
     * Gives another member another standing, or asks that it be given.
     *
     * @param reason as for {@link #enrol}
     * @throws ProblemException as {@link #end}; {@code second-person-required} for one's own standing, {@code
     *     invalid-request} for an administrator with another role or an end that has come
     */
    @Transactional
    public MemberOutcome revise(UUID id, @Nullable String ifMatch, Standing standing, @Nullable String reason) {
        Member member = standing(id, ifMatch);
        if (id.equals(guard.principal().member())) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        requireSound(member.organisation(), standing);
        if ((member.standing().service() == null) != (standing.service() == null)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new Finding("/service", "person-or-service-for-ever")));
        }
        if (!needsTwo(member.standing().privileged() || standing.privileged())) {
            return new Done(memberships.revise(id, member.revision(), standing));
        }
        return new Asked(approvals.ask(
                Matter.MEMBER_CHANGE, id, null, MembershipByTwo.change(member, standing), given("/reason", reason)));
    }

    /**
     * Ends an enrolment, or asks that it end: from then on its token opens nothing. Whoever ends their own needs nobody.
     *
     * @param reason as for {@link #enrol}
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code state-refused} where it has ended or too few
     *     would be left to administer, {@code precondition-required}, {@code precondition-failed}, {@code invalid-request}
     */
    @Transactional
    public MemberOutcome end(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        Member member = standing(id, ifMatch);
        boolean own = id.equals(guard.principal().member());
        if (own || !needsTwo(member.standing().privileged())) {
            return new Done(memberships.end(id, member.revision()));
        }
        return new Asked(
                approvals.ask(Matter.MEMBER_END, id, null, MembershipByTwo.end(member), given("?reason", reason)));
    }

    private boolean needsTwo(boolean privileged) {
        return privileged && !founding.holdOpen();
    }

    private static String given(String pointer, @Nullable String reason) {
        if (reason == null) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(pointer, "required")));
        }
        return reason;
    }

    /** Who gives access uses none: content never opens to the token that opens it to others. */
    private void requireSound(UUID organisation, Standing standing) {
        Instant now = clock.instant();
        Findings findings = new Findings();
        findings.require(
                !standing.roles().contains(Role.ADMINISTRATOR)
                        || standing.roles().size() == 1,
                "/roles",
                "administrator-alone");
        findings.require(!standing.over(now), "/until", "in-the-past");
        services.check(organisation, standing, now, findings);
        findings.require(standing.ends().single().allMatch(end -> end.isAfter(now)), "/ends", "in-the-past");
        findings.throwIfAny();
    }

    private Member standing(UUID id, @Nullable String ifMatch) {
        guard.requireAdministrator();
        Member member = memberships.requireStanding(id);
        ETags.requireMatch(ifMatch, member.revision());
        return member;
    }
}
