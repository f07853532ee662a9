package org.aletheia.access.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Colleagues;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.store.MemberStore;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What destroys for good, records or an identity, is asked for in a record of its own, which stays when they are gone and by
 * which the database looks for the two itself. The rules of who may decide are those of {@link Approvals}, and one more: one
 * of the two is counsel. What may be destroyed, and what stands against it, is each capability's to say.
 */
@ApplicationScoped
public class CounselledDecisions {
    /** How long a request waits. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private final AccessGuard guard;
    private final AccessPolicy policy;
    private final Colleagues colleagues;
    private final MemberStore members;
    private final TwoPersons two;
    private final Clock clock;

    CounselledDecisions(
            AccessGuard guard,
            AccessPolicy policy,
            Colleagues colleagues,
            MemberStore members,
            TwoPersons two,
            Clock clock) {
        this.guard = guard;
        this.policy = policy;
        this.colleagues = colleagues;
        this.members = members;
        this.two = two;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param kind of the record that it is
     * @param by who asked
     * @param at when
     * @param outcome code of what became of it; null while nobody has decided
     */
    public record Asked(
            RecordKind kind, UUID by, Instant at, @Nullable String outcome) {
        /** Until when it can be decided. */
        Instant expiresAt() {
            return CounselledDecisions.expiresAt(at);
        }
    }

    /** Until when what was asked then can be decided. */
    public static Instant expiresAt(Instant requestedAt) {
        return requestedAt.plus(PATIENCE);
    }

    /** How a request stands, as answers show it. */
    public Map<String, Object> standing(Asked asked) {
        String open = clock.instant().isBefore(asked.expiresAt()) ? "requested" : "expired";
        String state = asked.outcome() == null ? open : asked.outcome();
        return Map.of("state", state, "expiresAt", asked.expiresAt());
    }

    /**
     * Requires that the caller may decide so about a request.
     *
     * @throws ProblemException {@code state-refused} where it is decided or has expired; {@code second-person-required} where
     *     who asked would approve or refuse, another would withdraw, neither of the two is counsel, who asked may ask no more,
     *     or the two are not what {@link TwoPersons} requires; {@code strong-authentication-required}; {@code forbidden} to
     *     a service
     */
    public void require(Asked asked, DecisionOutcome outcome) {
        if (asked.outcome() != null || !clock.instant().isBefore(asked.expiresAt())) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        Principal caller = guard.requirePerson();
        if (caller.member().equals(asked.by()) != (outcome == DecisionOutcome.WITHDRAWN)) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        if (outcome == DecisionOutcome.APPROVED) {
            boolean counselled = caller.has(Role.COUNSEL) || colleagues.includeCounsel(asked.by());
            if (!counselled || !mightAsk(asked)) {
                throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
            }
            two.require(asked.by());
        }
    }

    private boolean mightAsk(Asked asked) {
        Instant now = clock.instant();
        return members.findStanding(asked.by(), now)
                .map(member -> member.principal(now))
                .filter(requester -> !requester.isService() && policy.mayCreate(requester, asked.kind()))
                .isPresent();
    }
}
