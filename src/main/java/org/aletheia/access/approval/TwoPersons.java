package org.aletheia.access.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.StandingAges;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** The one rule of when a second person is one; whatever two decide asks it at the moment of the approval. */
@ApplicationScoped
public class TwoPersons {
    private final AccessGuard guard;
    private final StandingAges ages;
    private final StrongAuthentication authentication;
    private final TwoPersonsConfig config;
    private final Clock clock;

    TwoPersons(
            AccessGuard guard,
            StandingAges ages,
            StrongAuthentication authentication,
            TwoPersonsConfig config,
            Clock clock) {
        this.guard = guard;
        this.ages = ages;
        this.authentication = authentication;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Requires that the caller, who approves, is another than the member who asked; that both have been in their standing
     * long enough and are in it still; and that the caller has proven to be there.
     *
     * @return how the caller has proven it, for the event of the approval
     * @throws ProblemException {@code second-person-required}, {@code strong-authentication-required}
     */
    public String require(UUID requester) {
        requireOther(requester);
        requireStanding(requester);
        requireStanding(guard.principal().member());
        return authentication.require();
    }

    /**
     * Requires of the caller alone, who reviews what another has done, what is required of whoever approves: the standing,
     * and the proof to be there.
     *
     * @throws ProblemException {@code second-person-required}, {@code strong-authentication-required}
     */
    public void requireOneself() {
        requireStanding(guard.principal().member());
        authentication.require();
    }

    private void requireStanding(UUID member) {
        if (!ages.stoodBy(member, Moments.now(clock).minus(config.standing()))) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
    }

    /** Requires only that the caller is another. @throws ProblemException {@code second-person-required} */
    public void requireOther(UUID requester) {
        if (guard.principal().member().equals(requester)) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
    }
}
