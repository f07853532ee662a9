package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.store.MemberStore;

/** Who else is enrolled in the caller's organisation, for records that name members of it. */
@ApplicationScoped
public class Colleagues {
    private final CurrentPrincipal current;
    private final MemberStore members;
    private final Clock clock;

    Colleagues(CurrentPrincipal current, MemberStore members, Clock clock) {
        this.current = current;
        this.members = members;
        this.clock = clock;
    }

    /** Whether that is a member of the caller's organisation whose enrolment stands. */
    @Transactional
    public boolean include(UUID member) {
        return standing(member, clock.instant()).isPresent();
    }

    /** Whether that is, or once was, a member of the caller's organisation. */
    @Transactional
    public boolean everIncluded(UUID member) {
        UUID organisation = current.require().organisation();
        return members.find(member)
                .filter(found -> found.organisation().equals(organisation))
                .isPresent();
    }

    /** Whether that is one who is counsel now. */
    @Transactional
    public boolean includeCounsel(UUID member) {
        Instant now = clock.instant();
        return standing(member, now)
                .filter(found -> found.standing().at(now).roles().contains(Role.COUNSEL))
                .isPresent();
    }

    private Optional<Member> standing(UUID member, Instant now) {
        UUID organisation = current.require().organisation();
        return members.findStanding(member, now)
                .filter(found -> found.organisation().equals(organisation));
    }
}
