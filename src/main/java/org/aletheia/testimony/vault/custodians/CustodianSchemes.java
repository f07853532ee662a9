package org.aletheia.testimony.vault.custodians;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.IdPages;
import org.aletheia.access.Principal;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Which custodians the vault has. One administrator asks for a scheme, another approves it; from then on what opens an identity
 * is split under it. There is none at first, and no setting that makes or ends one.
 */
@ApplicationScoped
public class CustodianSchemes {
    private static final int BATCH = 100;

    private final AccessGuard guard;
    private final AccessPolicy policy;
    private final CustodianRegister register;
    private final SchemeRequests requests;
    private final Approvals approvals;
    private final IdPages pages;
    private final Clock clock;

    CustodianSchemes(
            AccessGuard guard,
            AccessPolicy policy,
            CustodianRegister register,
            SchemeRequests requests,
            Approvals approvals,
            IdPages pages,
            Clock clock) {
        this.guard = guard;
        this.policy = policy;
        this.register = register;
        this.requests = requests;
        this.approvals = approvals;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Asks for a scheme, in the place of the one that stands.
     *
     * @param members the custodians, in the order of their shares
     * @param reason in words that name nobody
     * @throws ProblemException {@code forbidden} for all but administrators; {@code invalid-request} with all that is wrong
     */
    @Transactional
    public Approval ask(int needed, List<UUID> members, String reason) {
        Principal caller = guard.requireAdministrator();
        List<Custodian> custodians = requests.require(needed, members, clock.instant());
        UUID replaces = register.standing().map(CustodianScheme::id).orElse(null);
        return approvals.ask(
                Matter.CUSTODIANS_SET_UP,
                caller.organisation(),
                null,
                SchemeRequests.payload(needed, custodians, replaces),
                reason);
    }

    /**
     * Asks that there be none any more. What was split stays split.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}; {@code state-refused} where it does not stand
     */
    @Transactional
    public Approval askEnd(UUID id, String reason) {
        guard.requireAdministrator();
        CustodianScheme scheme = register.find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        if (scheme.endedAt() != null) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        return approvals.ask(Matter.CUSTODIANS_END, id, null, SchemeRequests.payloadOfScheme(id), reason);
    }

    /** One, for administrators and its custodians. @throws ProblemException {@code not-found} */
    @Transactional
    public CustodianScheme get(UUID id) {
        return register.find(id).filter(this::sees).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /** One page of those that {@link #get} would give, in order of their ids. */
    @Transactional
    public Page<CustodianScheme> list(@Nullable Integer limit, @Nullable String cursor) {
        return pages.of("custodian-schemes", limit, cursor, this::seen, CustodianScheme::id);
    }

    /** The one that stands, whoever calls. */
    @Transactional
    public Optional<CustodianScheme> standing() {
        return register.standing();
    }

    /** One that stands or stood, whoever calls. */
    @Transactional
    public CustodianScheme require(UUID id) {
        return register.find(id).orElseThrow(() -> new IllegalStateException("there is no such scheme"));
    }

    private boolean sees(CustodianScheme scheme) {
        Principal caller = guard.principal();
        return policy.mayAdminister(caller) || scheme.custodian(caller.member()).isPresent();
    }

    private List<CustodianScheme> seen(UUID after, int most) {
        List<CustodianScheme> seen = new ArrayList<>();
        UUID last = after;
        List<CustodianScheme> batch;
        do {
            batch = register.after(last, BATCH);
            batch.stream().filter(this::sees).limit(most - seen.size()).forEach(seen::add);
            last = batch.isEmpty() ? last : batch.getLast().id();
        } while (batch.size() == BATCH && seen.size() < most);
        return seen;
    }
}
