package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.store.DelegationStore;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** Lets another organisation hand in for the caller's, ends that, and says for whom the caller may hand in. */
@ApplicationScoped
public class Delegations {
    /** Five years: who hands in for whom is to be thought of again. */
    private static final Duration LONGEST = Duration.ofDays(1830);

    private final AccessGuard guard;
    private final AccessPolicy policy;
    private final DelegationStore store;
    private final MemberOrganisationStore organisations;
    private final Journal journal;
    private final Clock clock;

    Delegations(
            AccessGuard guard,
            AccessPolicy policy,
            DelegationStore store,
            MemberOrganisationStore organisations,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.policy = policy;
        this.store = store;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Gives one. It opens nothing that the caller's organisation has.
     *
     * @param until when it ends by itself
     * @throws ProblemException {@code forbidden} for whoever may not share what their organisation hands in, {@code
     *     invalid-request} for the organisation or the time, {@code conflict} where one between the two stands
     */
    @Transactional
    public Delegation give(UUID delegate, Set<RecordKind> kinds, Instant until) {
        Principal caller = requireDelegating();
        Instant now = Moments.now(clock);
        boolean another = organisations
                .find(delegate)
                .filter(found -> found.endedAt() == null && !delegate.equals(caller.organisation()))
                .isPresent();
        if (!another) {
            throw invalid("/delegate", "not-another-member-organisation");
        }
        if (Ends.over(until, now)) {
            throw invalid("/until", "in-the-past");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new Finding("/until", "too-long", Map.of("maxDays", LONGEST.toDays()))));
        }
        Delegation given = new Delegation(
                Ids.timeOrdered(),
                caller.organisation(),
                delegate,
                kinds,
                caller.member(),
                now,
                until.truncatedTo(ChronoUnit.MICROS),
                null);
        if (!store.add(given)) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
        tell(GovernanceEventTypes.DELEGATION_GIVEN, given);
        return given;
    }

    /**
     * Ends one. From the commit on nothing comes in on it; what came stays as it is.
     *
     * @throws ProblemException {@code forbidden} as {@link #give}, {@code not-found}, also for one that has ended
     */
    @Transactional
    public void end(UUID id) {
        Principal caller = requireDelegating();
        Delegation ended = store.end(id, caller.organisation(), caller.member(), Moments.now(clock))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        tell(GovernanceEventTypes.DELEGATION_ENDED, ended);
    }

    /** Those that the caller's organisation gave, ended ones too, after an id; none for whom handing in is no matter. */
    @Transactional
    public List<Delegation> given(UUID after, int limit) {
        Principal caller = guard.principal();
        return policy.seesHandingIn(caller) ? store.given(caller.organisation(), after, limit) : List.of();
    }

    /** Those that the caller's organisation was given, as {@link #given}. */
    @Transactional
    public List<Delegation> held(UUID after, int limit) {
        Principal caller = guard.principal();
        return policy.seesHandingIn(caller) ? store.held(caller.organisation(), after, limit) : List.of();
    }

    /** Whether the caller may hand in a record of the kind for another organisation now; at like cost for whatever id. */
    @Transactional
    public boolean permit(UUID owner, RecordKind kind) {
        return policy.mayHandIn(
                guard.principal(), kind, store.inForce(owner, kind).isPresent());
    }

    /**
     * The delegation on which the caller hands in a record of the kind in their transaction, until whose end nobody ends it; empty
     * where they may not.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> hold(UUID owner, RecordKind kind) {
        return store.hold(owner, kind).filter(found -> policy.mayHandIn(guard.principal(), kind, true));
    }

    /** Requires that the caller may give and end delegations. @throws ProblemException {@code forbidden} */
    public Principal requireDelegating() {
        Principal caller = guard.principal();
        if (!policy.mayDelegate(caller)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return caller;
    }

    private void tell(EventType type, Delegation delegation) {
        EventDraft event = guard.event(type, RecordKind.MEMBER_ORGANISATION, delegation.owner())
                .detail("delegation", delegation.id().toString())
                .detail("delegate", delegation.delegate().toString())
                .detail(
                        "kinds",
                        delegation.kinds().stream()
                                .map(RecordKind::code)
                                .sorted()
                                .toList())
                .detail("until", delegation.until().toString())
                .build();
        journal.append(event);
    }

    private static ProblemException invalid(String pointer, String code) {
        return new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(pointer, code)));
    }
}
