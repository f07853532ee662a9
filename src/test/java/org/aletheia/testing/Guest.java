package org.aletheia.testing;

import static org.aletheia.testing.Enrolment.as;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Role;

/**
 * The user of the stack who is of no organisation, made a member of a new one for a test that gives them one role after the
 * other. Closing ends the membership, so that they are nobody again.
 */
public final class Guest implements AutoCloseable {
    /** Their name for {@link Enrolment#as}. */
    public static final String USER = "outsider";

    private static final String REASON = "A guest of the tests";
    private static final String CLEARANCE = "TLP:AMBER+STRICT";

    private final String organisation;
    private final String member;

    private Guest(String organisation, String member) {
        this.organisation = organisation;
        this.member = member;
    }

    /** Enrols with every role that one member may have together. */
    public static Guest enrol() {
        String organisation =
                Records.create("admin", "member-organisations", Map.of("name", "Guests " + UUID.randomUUID()));
        Map<String, Object> body = Map.of(
                "issuer", Tokens.issuer(USER),
                "subject", Tokens.subject(USER),
                "roles", codes(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR))),
                "clearance", CLEARANCE,
                "reason", REASON);
        Approving.byTwo(Records.post("admin", "member-organisations/" + organisation + "/members", body));
        String member = AdminDatabase.column(
                        "select id from member where organisation = ? and ended_at is null",
                        UUID.fromString(organisation))
                .getFirst();
        return new Guest(organisation, member);
    }

    /** The organisation that is theirs alone. */
    public String organisation() {
        return organisation;
    }

    /** Their id. */
    public String member() {
        return member;
    }

    /** Gives them these roles and takes all others away. */
    public void stand(Set<Role> roles) {
        Approving.byTwo(Records.put(
                "admin",
                "members/" + member,
                tag(),
                Map.of("roles", codes(roles), "clearance", CLEARANCE, "reason", REASON)));
    }

    @Override
    public void close() {
        Approving.byTwo(as("admin")
                .header("If-Match", tag())
                .queryParam("reason", REASON)
                .delete("/api/v1/members/" + member)
                .then());
    }

    private String tag() {
        return Records.get("admin", "members/" + member)
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static List<String> codes(Set<Role> roles) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(Role::code)
                .toList();
    }
}
