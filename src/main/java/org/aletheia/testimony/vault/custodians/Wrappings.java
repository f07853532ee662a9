package org.aletheia.testimony.vault.custodians;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** Wrappings begin as two administrators decided; the vault does them. */
@ApplicationScoped
public class Wrappings {
    private final AccessGuard guard;
    private final CustodianSchemes schemes;
    private final WrappingRegister register;
    private final Approvals approvals;

    Wrappings(AccessGuard guard, CustodianSchemes schemes, WrappingRegister register, Approvals approvals) {
        this.guard = guard;
        this.schemes = schemes;
        this.register = register;
        this.approvals = approvals;
    }

    /**
     * Asks that what is stored without custodians come under those of a scheme.
     *
     * @param reason in words that name nobody
     * @throws ProblemException {@code forbidden} for all but administrators; {@code not-found}; {@code state-refused} where the scheme
     *     ended, or its wrapping began
     */
    @Transactional
    public Approval ask(UUID scheme, String reason) {
        guard.requireAdministrator();
        CustodianScheme found = schemes.get(scheme);
        if (found.endedAt() != null || register.find(scheme).isPresent()) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        return approvals.ask(Matter.CUSTODIANS_WRAP, scheme, null, SchemeRequests.payloadOfScheme(scheme), reason);
    }

    /** That of a scheme, for administrators and its custodians. @throws ProblemException {@code not-found} */
    @Transactional
    public Wrapping get(UUID scheme) {
        return register.find(schemes.get(scheme).id()).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /** How they begin. */
    @ApplicationScoped
    static class ByTwo implements MatterOfTwo {
        private final AccessGuard guard;
        private final AccessPolicy policy;
        private final CustodianRegister schemes;
        private final WrappingRegister register;
        private final Journal journal;
        private final Clock clock;

        ByTwo(
                AccessGuard guard,
                AccessPolicy policy,
                CustodianRegister schemes,
                WrappingRegister register,
                Journal journal,
                Clock clock) {
            this.guard = guard;
            this.policy = policy;
            this.schemes = schemes;
            this.register = register;
            this.journal = journal;
            this.clock = clock;
        }

        @Override
        public Set<Matter> matters() {
            return EnumSet.of(Matter.CUSTODIANS_WRAP);
        }

        @Override
        public boolean entitles(Principal who, Approval asked) {
            return policy.mayAdminister(who);
        }

        /** Where the scheme ended since, or a wrapping began, nothing is decided. */
        @Override
        public void execute(Approval approved) {
            UUID scheme = approved.payload().id("scheme");
            boolean stands = schemes.standing()
                    .filter(found -> found.id().equals(scheme))
                    .isPresent();
            if (!stands || register.find(scheme).isPresent()) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            register.begin(scheme, approved.id(), Moments.now(clock));
            journal.append(
                    guard.event(GovernanceEventTypes.CUSTODIANS_WRAPPING_BEGUN, RecordKind.APPROVAL, approved.id())
                            .detail("scheme", scheme.toString())
                            .build());
        }
    }
}
