package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.Payload;
import org.aletheia.access.store.FreezeStore;
import org.aletheia.access.store.MemberStore;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Organisations in danger. An officer, or the guardian whom the organisation named beforehand, freezes it in one step: its
 * members' tokens open nothing but {@code /me}, and nothing that it shared is seen by others. Nothing is lost: two
 * outsiders open it again, and what was shared is shared as before.
 */
@ApplicationScoped
public class Freezes {
    private static final int OUTSIDERS = 2;

    private final AccessGuard guard;
    private final FreezeStore store;
    private final MemberStore members;
    private final Shares shares;
    private final Approvals approvals;
    private final Journal journal;
    private final Clock clock;

    Freezes(
            AccessGuard guard,
            FreezeStore store,
            MemberStore members,
            Shares shares,
            Approvals approvals,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.store = store;
        this.members = members;
        this.shares = shares;
        this.approvals = approvals;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * How it stands, for those who may freeze or unfreeze it.
     *
     * @throws ProblemException {@code not-found}, {@code forbidden}
     */
    @Transactional
    public OrganisationInDanger get(UUID organisation) {
        OrganisationInDanger found = store.find(organisation).orElseThrow(Freezes::absent);
        Principal caller = guard.principal();
        return require(found, found.mayBeFrozenBy(caller) || found.mayBeUnfrozenBy(caller));
    }

    /**
     * Names the guardian, in the place of an earlier one.
     *
     * @param guardian member of another organisation; null: nobody any more
     * @throws ProblemException {@code not-found}; {@code forbidden} for all but officers of the organisation; {@code
     *     invalid-request}
     */
    @Transactional
    public OrganisationInDanger nameGuardian(UUID organisation, @Nullable UUID guardian) {
        OrganisationInDanger held = store.lock(organisation).orElseThrow(Freezes::absent);
        require(held, held.hasOfficer(guard.principal()));
        boolean another = guardian == null
                || members.findStanding(guardian, clock.instant())
                        .filter(found -> found.standing().service() == null
                                && !found.organisation().equals(organisation))
                        .isPresent();
        if (!another) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new Finding("/member", "not-a-member-of-another-organisation")));
        }
        store.nameGuardian(organisation, guardian);
        journal.append(guard.event(GovernanceEventTypes.GUARDIAN_NAMED, RecordKind.MEMBER_ORGANISATION, organisation)
                .detail("guardian", guardian == null ? null : guardian.toString())
                .build());
        return store.find(organisation).orElseThrow(Freezes::absent);
    }

    /**
     * Freezes. One transaction: from its commit on no request of a member is answered, no share of the organisation opens
     * anything, and searches leave out what was shared until the index has caught up. Whoever is sharing at the same moment
     * comes before, and is closed too, or shares nothing.
     *
     * @param reason in words that name nobody
     * @throws ProblemException {@code not-found}; {@code forbidden} for all but officers and guardian; {@code
     *     state-refused} where it is frozen, or where there are no two outsiders who could open it again
     */
    @Transactional
    public OrganisationInDanger freeze(UUID organisation, String reason) {
        OrganisationInDanger held = store.lock(organisation).orElseThrow(Freezes::absent);
        Principal caller = guard.principal();
        require(held, held.mayBeFrozenBy(caller));
        if (held.frozenAt() != null) {
            throw new ProblemException(ProblemType.STATE_REFUSED, Map.of("state", "frozen"));
        }
        if (store.outsiders(held) < OUTSIDERS) {
            throw new ProblemException(ProblemType.STATE_REFUSED, Map.of("reason", "no-two-outsiders"));
        }
        store.freeze(organisation, caller.member(), reason, Moments.now(clock));
        int closed = shares.suspendAll(organisation);
        journal.append(
                guard.event(GovernanceEventTypes.ORGANISATION_FROZEN, RecordKind.MEMBER_ORGANISATION, organisation)
                        .detail("shares", closed)
                        .build());
        return store.find(organisation).orElseThrow(Freezes::absent);
    }

    /**
     * Asks, as an outsider, that it be opened again; another outsider decides.
     *
     * @param reason in words that name nobody
     * @throws ProblemException {@code not-found}; {@code forbidden} for all but outsiders who may; {@code state-refused}
     *     where it is not frozen
     */
    @Transactional
    public Approval askUnfreezing(UUID organisation, String reason) {
        OrganisationInDanger held = store.lock(organisation).orElseThrow(Freezes::absent);
        require(held, held.mayBeUnfrozenBy(guard.principal()));
        Payload what = new Payload(Map.of("organisation", organisation.toString(), "frozenAt", requireFrozen(held)));
        return approvals.ask(Matter.ORGANISATION_UNFREEZING, organisation, null, what, reason);
    }

    /** Opens it again as approved, in the caller's transaction. @throws ProblemException {@code state-refused} */
    void unfreeze(Approval approved) {
        UUID organisation = approved.record();
        OrganisationInDanger held = store.lock(organisation).orElseThrow(Freezes::absent);
        if (!requireFrozen(held).equals(approved.payload().text("frozenAt"))) {
            throw new ProblemException(ProblemType.STATE_REFUSED); // it was opened and frozen again since
        }
        store.unfreeze(organisation);
        int opened = shares.resumeAll(organisation);
        journal.append(
                guard.event(GovernanceEventTypes.ORGANISATION_UNFROZEN, RecordKind.MEMBER_ORGANISATION, organisation)
                        .detail("shares", opened)
                        .detail("approval", approved.id().toString())
                        .build());
    }

    private static String requireFrozen(OrganisationInDanger held) {
        if (held.frozenAt() == null) {
            throw new ProblemException(ProblemType.STATE_REFUSED, Map.of("state", "not-frozen"));
        }
        return held.frozenAt().toString();
    }

    private static OrganisationInDanger require(OrganisationInDanger held, boolean permitted) {
        if (!permitted) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return held;
    }

    private static ProblemException absent() {
        return new ProblemException(ProblemType.NOT_FOUND);
    }
}
