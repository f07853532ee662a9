package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.aletheia.access.store.MemberStore;

/** Who else is enrolled in the caller's organisation, for records that name members of it. */
@ApplicationScoped
public class Colleagues {
    private final CurrentPrincipal current;
    private final MemberStore members;

    Colleagues(CurrentPrincipal current, MemberStore members) {
        this.current = current;
        this.members = members;
    }

    /** Whether that is a member of the caller's organisation whose enrolment stands. */
    @Transactional
    public boolean include(UUID member) {
        UUID organisation = current.require().organisation();
        return members.find(member)
                .filter(found -> found.organisation().equals(organisation) && found.endedAt() == null)
                .isPresent();
    }

    /** Whether that is, or once was, a member of the caller's organisation. */
    @Transactional
    public boolean everIncluded(UUID member) {
        UUID organisation = current.require().organisation();
        return members.find(member)
                .filter(found -> found.organisation().equals(organisation))
                .isPresent();
    }

    /** Whether that is one who is enrolled as counsel. */
    @Transactional
    public boolean includeCounsel(UUID member) {
        UUID organisation = current.require().organisation();
        return members.find(member)
                .filter(found -> found.organisation().equals(organisation) && found.endedAt() == null)
                .filter(found -> found.standing().roles().contains(Role.COUNSEL))
                .isPresent();
    }
}
