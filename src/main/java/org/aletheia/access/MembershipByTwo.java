package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.access.approval.Payload;
import org.jspecify.annotations.Nullable;

/** Privileged roles are given and taken by two administrators, neither of whom is the member concerned. */
@ApplicationScoped
class MembershipByTwo implements MatterOfTwo {
    private final AccessPolicy policy;
    private final Memberships memberships;

    MembershipByTwo(AccessPolicy policy, Memberships memberships) {
        this.policy = policy;
        this.memberships = memberships;
    }

    static Payload enrolment(UUID organisation, String issuer, String subject, Standing standing) {
        Map<String, @Nullable Object> values = Standings.codes(standing);
        values.put("organisation", organisation.toString());
        values.put("issuer", issuer);
        values.put("subject", subject);
        return new Payload(values);
    }

    static Payload change(Member member, Standing standing) {
        Map<String, @Nullable Object> values = Standings.codes(standing);
        values.putAll(end(member).values());
        return new Payload(values);
    }

    static Payload end(Member member) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("member", member.id().toString());
        values.put("revision", member.revision());
        return new Payload(values);
    }

    /** A service has no role about which two decide. */
    private static Standing standing(Payload payload) {
        return new Standing(
                payload.texts("roles").stream().map(Role::parse).collect(Collectors.toSet()),
                Classification.parse(payload.text("clearance")),
                new HashSet<>(payload.texts("compartments")),
                Standings.readEnds(payload.values().get("ends")),
                null);
    }

    @Override
    public Set<Matter> matters() {
        return EnumSet.of(Matter.MEMBER_ENROLMENT, Matter.MEMBER_CHANGE, Matter.MEMBER_END);
    }

    @Override
    public boolean entitles(Principal who, Approval asked) {
        return policy.mayAdminister(who) && !who.member().equals(asked.record());
    }

    @Override
    public void execute(Approval approved) {
        Payload payload = approved.payload();
        switch (approved.matter()) {
            case MEMBER_ENROLMENT ->
                memberships.enrol(
                        payload.id("organisation"), payload.text("issuer"), payload.text("subject"), standing(payload));
            case MEMBER_CHANGE ->
                memberships.revise(payload.id("member"), payload.number("revision"), standing(payload));
            case MEMBER_END -> memberships.end(payload.id("member"), payload.number("revision"));
            case HOLD_RELEASE,
                    ABUSE_MARK_LIFTING,
                    ORGANISATION_UNFREEZING,
                    BULK_EXPORT,
                    CUSTODIANS_SET_UP,
                    CUSTODIANS_END ->
                throw new IllegalArgumentException(approved.matter() + " is no matter of members");
        }
    }
}
