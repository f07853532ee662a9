package org.aletheia.evidence.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.Shares;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.evidence.terms.store.AssuranceRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/**
 * Whose assurances an organisation holds. Counsel notes and ends them; without one, nothing that was received on condition of
 * no death penalty goes to that body.
 */
@ApplicationScoped
public class Assurances {
    private final AccessGuard guard;
    private final MemberOrganisations organisations;
    private final AssuranceRows rows;
    private final Shares shares;
    private final Journal journal;
    private final Clock clock;

    Assurances(
            AccessGuard guard,
            MemberOrganisations organisations,
            AssuranceRows rows,
            Shares shares,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.organisations = organisations;
        this.rows = rows;
        this.shares = shares;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those that the caller's organisation holds of another, ended ones too. @throws ProblemException {@code not-found} */
    @Transactional
    public List<Assurance> of(UUID organisation) {
        return rows.of(organisations.get(organisation).id());
    }

    /**
     * Notes one.
     *
     * @throws ProblemException {@code forbidden} for who is not counsel, {@code not-found}, {@code conflict} where the
     *     organisation is the caller's own or has ended
     */
    @Transactional
    public Assurance note(UUID organisation, String givenBy, String reference, LocalDate givenOn) {
        Principal counsel = requireCounsel();
        MemberOrganisation of = organisations.get(organisation);
        if (of.id().equals(counsel.organisation()) || of.endedAt() != null) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
        Assurance noted = new Assurance(
                Ids.timeOrdered(),
                counsel.organisation(),
                of.id(),
                givenBy,
                reference,
                givenOn,
                counsel.member(),
                Moments.now(clock),
                null);
        rows.add(noted);
        journal.append(event(GovernanceEventTypes.ASSURANCE_NOTED, noted)
                .detail("givenOn", givenOn.toString())
                .build());
        return noted;
    }

    /**
     * Ends one. Where none stands any more, the shares that rested on it end in the same transaction, those too of records that
     * the caller may not see.
     *
     * @throws ProblemException {@code forbidden} for who is not counsel, {@code not-found}, also for one that has ended
     */
    @Transactional
    public void end(UUID organisation, UUID id) {
        Principal counsel = requireCounsel();
        Assurance ended = rows.end(organisation, id, counsel.member(), Moments.now(clock))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        journal.append(event(GovernanceEventTypes.ASSURANCE_ENDED, ended).build());
        if (!rows.stands(organisation)) {
            rows.resting(organisation)
                    .forEach(record -> shares.close(
                            record.kind(), record.id(), body -> body.id().equals(organisation)));
        }
    }

    private Principal requireCounsel() {
        Principal caller = guard.principal();
        if (!caller.has(Role.COUNSEL)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return caller;
    }

    private EventDraft.Builder event(EventType type, Assurance assurance) {
        return guard.event(type, RecordKind.MEMBER_ORGANISATION, assurance.organisation())
                .detail("assurance", assurance.id().toString())
                .detail("assured", Assurance.NO_DEATH_PENALTY);
    }
}
