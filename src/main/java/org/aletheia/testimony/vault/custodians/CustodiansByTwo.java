package org.aletheia.testimony.vault.custodians;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** Schemes begin and end as two administrators decided. */
@ApplicationScoped
class CustodiansByTwo implements MatterOfTwo {
    private final AccessGuard guard;
    private final AccessPolicy policy;
    private final CustodianRegister register;
    private final SchemeRequests requests;
    private final Journal journal;
    private final Clock clock;

    CustodiansByTwo(
            AccessGuard guard,
            AccessPolicy policy,
            CustodianRegister register,
            SchemeRequests requests,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.policy = policy;
        this.register = register;
        this.requests = requests;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Set<Matter> matters() {
        return EnumSet.of(Matter.CUSTODIANS_SET_UP, Matter.CUSTODIANS_END);
    }

    @Override
    public boolean entitles(Principal who, Approval asked) {
        return policy.mayAdminister(who);
    }

    @Override
    public void execute(Approval approved) {
        Instant now = Moments.now(clock);
        if (approved.matter() == Matter.CUSTODIANS_END) {
            end(approved.payload().id("scheme"), approved, now);
            journal.append(guard.event(GovernanceEventTypes.CUSTODIANS_ENDED, RecordKind.APPROVAL, approved.id())
                    .detail("scheme", approved.payload().text("scheme"))
                    .build());
        } else {
            begin(approved, now);
        }
    }

    /** Where a key, a member or the scheme that stands is another since it was asked, nothing is decided. */
    private void begin(Approval approved, Instant now) {
        int needed = approved.payload().number("needed");
        List<UUID> members =
                approved.payload().texts("custodians").stream().map(Ids::parse).toList();
        List<Custodian> custodians = requests.require(needed, members, now);
        Optional<UUID> before = register.standing().map(CustodianScheme::id);
        String still =
                SchemeRequests.payload(needed, custodians, before.orElse(null)).canonical();
        if (!still.equals(approved.payload().canonical())) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        before.ifPresent(scheme -> end(scheme, approved, now));
        CustodianScheme scheme = new CustodianScheme(Ids.random(), needed, custodians, now, null);
        register.begin(scheme, approved.id());
        journal.append(guard.event(GovernanceEventTypes.CUSTODIANS_SET_UP, RecordKind.APPROVAL, approved.id())
                .detail("scheme", scheme.id().toString())
                .detail("needed", needed)
                .detail(
                        "custodians",
                        custodians.stream()
                                .map(each -> each.member() + " " + each.fingerprint())
                                .toList())
                .detail("replaces", before.map(UUID::toString).orElse(null))
                .build());
    }

    private void end(UUID scheme, Approval approved, Instant now) {
        if (!register.end(scheme, approved.id(), now)) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }
}
