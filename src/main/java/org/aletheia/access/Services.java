package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.store.MemberStore;
import org.aletheia.platform.http.Findings;

/** What holds for the standing of a service: somebody answers for it, it ends, and it has no role that is for people alone. */
@ApplicationScoped
class Services {
    private static final Duration AT_MOST = Duration.ofDays(366);

    /** Who hands in and who works with evidence. */
    private static final Set<Role> ROLES = EnumSet.of(
            Role.DOCUMENTER, Role.VICTIMS_ORGANISATION, Role.INVESTIGATOR, Role.CASE_TEAM, Role.CLAIMS_OFFICER);

    private final MemberStore members;

    Services(MemberStore members) {
        this.members = members;
    }

    /** Adds what is wrong with the standing of a service; nothing is with a person's. */
    void check(UUID organisation, Standing standing, Instant now, Findings findings) {
        ServiceAccount service = standing.service();
        if (service == null) {
            return;
        }
        findings.require(ROLES.containsAll(standing.roles()), "/roles", "role-not-for-services");
        findings.require(
                !standing.compartments().contains(Principal.ABUSE_MATERIAL),
                "/compartments",
                "compartment-not-for-services");
        findings.require(!service.scopes().isEmpty(), "/service/scopes", "required");
        findings.require(
                service.scopes().stream().allMatch(Scope::forServices), "/service/scopes", "scope-not-for-services");
        Instant end = standing.ends().membership();
        findings.require(end != null, "/until", "required");
        findings.require(end == null || !end.isAfter(now.plus(AT_MOST)), "/until", "longer-than-a-year");
        findings.require(
                answers(organisation, service.owner(), now), "/service/owner", "not-a-person-of-the-organisation");
    }

    private boolean answers(UUID organisation, UUID owner, Instant now) {
        return members.findStanding(owner, now)
                .filter(found -> found.organisation().equals(organisation))
                .filter(found -> found.standing().service() == null)
                .isPresent();
    }
}
