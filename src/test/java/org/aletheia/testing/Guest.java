package org.aletheia.testing;

import static org.aletheia.testing.Enrolment.as;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Role;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable String owner;

    private Guest(String organisation, String member, @Nullable String owner) {
        this.organisation = organisation;
        this.member = member;
        this.owner = owner;
    }

    /** Enrols with every role that one member may have together. */
    public static Guest enrol() {
        String organisation =
                Records.create("admin", "member-organisations", Map.of("name", "Guests " + UUID.randomUUID()));
        Set<Role> roles = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));
        return new Guest(organisation, enrol(organisation, Tokens.subject(USER), standing(roles)), null);
    }

    /** Enrols as a program of an organisation, for which a member answers who is made for it; it may nothing yet. */
    public static Guest program(String organisation) {
        String owner = enrol(organisation, UUID.randomUUID().toString(), standing(EnumSet.of(Role.DOCUMENTER)));
        Map<String, Object> body = standing(EnumSet.of(Role.DOCUMENTER));
        body.putAll(service(owner, Set.of("read:incident")));
        return new Guest(organisation, enrol(organisation, Tokens.subject(USER), body), owner);
    }

    private static String enrol(String organisation, String subject, Map<String, Object> standing) {
        Map<String, Object> body = new HashMap<>(standing);
        body.put("issuer", Tokens.issuer(USER));
        body.put("subject", subject);
        Approving.byTwo(Records.post("admin", "member-organisations/" + organisation + "/members", body));
        return AdminDatabase.column("select id from member where subject = ? and ended_at is null", subject)
                .getFirst();
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
        revise(standing(roles));
    }

    /** Gives the program that they are these roles and scopes, and takes all others away. */
    public void stand(Set<Role> roles, Set<String> scopes) {
        Map<String, Object> body = standing(roles);
        body.putAll(service(Objects.requireNonNull(owner), scopes));
        revise(body);
    }

    private void revise(Map<String, Object> standing) {
        Approving.byTwo(Records.put("admin", "members/" + member, tag(), standing));
    }

    private static Map<String, Object> standing(Set<Role> roles) {
        return new HashMap<>(Map.of("roles", codes(roles), "clearance", CLEARANCE, "reason", REASON));
    }

    private static Map<String, Object> service(String owner, Set<String> scopes) {
        return Map.of(
                "until", Instant.now().plus(Duration.ofDays(1)).toString(),
                "service", Map.of("owner", owner, "scopes", List.copyOf(scopes)));
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
