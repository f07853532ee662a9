package org.aletheia.evidence.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Decision;
import org.aletheia.access.Principal;
import org.aletheia.access.Sharing;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.access.approval.Payload;
import org.aletheia.evidence.handling.store.HoldRows;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lifting legal holds: one member of the organisation that placed the hold asks, another one, who may place holds or is
 * counsel, approves, and with that it is lifted.
 */
@ApplicationScoped
public class HoldReleases implements MatterOfTwo {
    private final AccessPolicy policy;
    private final Holds holds;
    private final HoldRows rows;
    private final Approvals approvals;

    HoldReleases(AccessPolicy policy, Holds holds, HoldRows rows, Approvals approvals) {
        this.policy = policy;
        this.holds = holds;
        this.rows = rows;
        this.approvals = approvals;
    }

    /**
     * Asks.
     *
     * @throws ProblemException {@code not-found}, also for a hold of another organisation; {@code state-refused} for one
     *     that was lifted
     */
    @Transactional
    public Approval ask(UUID id, HoldDraft why) {
        Hold standing = holds.requireLiftable(id);
        Map<String, @Nullable Object> what = new LinkedHashMap<>();
        what.put("hold", id.toString());
        what.put("reason", why.reason());
        what.put("authority", why.authority());
        what.put("reference", why.reference());
        return approvals.ask(Matter.HOLD_RELEASE, id, standing.organisation(), new Payload(what), why.reason());
    }

    @Override
    public Set<Matter> matters() {
        return EnumSet.of(Matter.HOLD_RELEASE);
    }

    @Override
    public boolean entitles(Principal who, Approval asked) {
        return rows.find(asked.record())
                .filter(hold -> who.organisation().equals(hold.organisation()))
                .filter(hold ->
                        policy.decide(who, AccessIntent.HOLD, hold.guarded(), Sharing.NONE) instanceof Decision.Permit)
                .isPresent();
    }

    @Override
    public void execute(Approval approved) {
        Payload what = approved.payload();
        holds.lift(
                approved.record(),
                new HoldDraft(what.text("reason"), what.text("authority"), what.optionalText("reference")));
    }
}
