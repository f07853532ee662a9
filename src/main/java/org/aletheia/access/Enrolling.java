package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.access.store.MemberStore;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.persistence.DatabaseFailures;
import org.aletheia.platform.time.Moments;
import org.hibernate.exception.ConstraintViolationException;

/** Writes new organisations and members together with their events, in the caller's transaction. */
@ApplicationScoped
class Enrolling {
    private final MemberOrganisationStore organisations;
    private final MemberStore members;
    private final Journal journal;
    private final Clock clock;

    Enrolling(MemberOrganisationStore organisations, MemberStore members, Journal journal, Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws ProblemException {@code conflict} where the name is taken */
    MemberOrganisation organisation(String name, Actor by, String purpose) {
        Instant now = Moments.now(clock);
        MemberOrganisation organisation = new MemberOrganisation(Ids.timeOrdered(), name, 1, now, now, null);
        unique("member_organisation_name", "/name", () -> organisations.add(organisation));
        journal.append(EventDraft.of(
                        EventTypes.ORGANISATION_ENROLLED,
                        by,
                        subject(RecordKind.MEMBER_ORGANISATION, organisation.id()))
                .purpose(purpose)
                .build());
        return organisation;
    }

    /** @throws ProblemException {@code conflict} where the token is enrolled already */
    Member member(UUID organisation, String issuer, String subject, Standing standing, Actor by, String purpose) {
        Instant now = Moments.now(clock);
        Member member = new Member(Ids.random(), organisation, issuer, subject, standing, 1, now, now, now, null);
        unique("member_token", "/subject", () -> members.add(member));
        journal.append(EventDraft.of(EventTypes.MEMBER_ENROLLED, by, subject(RecordKind.MEMBER, member.id()))
                .purpose(purpose)
                .detail(Standings.detail(member))
                .build());
        return member;
    }

    static Subject subject(RecordKind kind, UUID id) {
        return new Subject(kind.code(), id);
    }

    static void unique(String constraint, String pointer, Runnable write) {
        try {
            write.run();
        } catch (ConstraintViolationException e) {
            if (!DatabaseFailures.breaksUnique(e, constraint)) {
                throw e;
            }
            throw taken(pointer);
        }
    }

    static ProblemException taken(String pointer) {
        return new ProblemException(ProblemType.CONFLICT, Map.of(), List.of(new Finding(pointer, "taken")));
    }
}
