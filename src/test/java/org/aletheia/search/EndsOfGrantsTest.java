package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.Purpose;
import org.aletheia.custody.Followers;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was given for a time does not count after it, with every follower stopped: there is no job that takes it. */
@QuarkusTest
@Tag("it")
class EndsOfGrantsTest {
    private static final String GUEST = "outsider";

    @Inject
    Followers followers;

    @Test
    void aShareThatEndedByItselfOrWasCutShortIsNotFound() throws Exception {
        String word = word();
        String ends = Found.incident("documenter", "convoy " + word);
        String cut = Found.incident("documenter", "convoy " + word);
        String first = Found.share("documenter", "incident", ends, "Commission");
        String second = Found.share("documenter", "incident", cut, "Commission");
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        until(first, end);
        await(() -> ids("investigator", word).size() == 2);
        followers.pause();
        try {
            until(second, Instant.now().plus(Duration.ofHours(1)));
            assertThat(ids("investigator", word))
                    .as("cut short, from the commit on")
                    .doesNotContain(cut);
            await(() -> ids("investigator", word).isEmpty());
            assertThat(Instant.now()).isAfterOrEqualTo(end);
            search("investigator", Map.of("q", word, "facets", "kind"))
                    .then()
                    .body("total.value", equalTo(0))
                    .body("facets.kind", empty());
            as("investigator").get("/api/v1/incidents/" + ends).then().statusCode(404);
            as("investigator").get("/api/v1/incidents/" + cut).then().statusCode(200);
        } finally {
            followers.resume();
        }
        await(() -> ids("investigator", word).contains(cut));
    }

    @Test
    void aShareThatIsForFewerPurposesIsNotFoundFromItsCommitOn() throws Exception {
        String word = word();
        String narrowed = Found.incident("documenter", "convoy " + word);
        String share = Found.share("documenter", "incident", narrowed, "Commission");
        await(() -> ids("investigator", word).contains(narrowed));
        followers.pause();
        try {
            as("documenter")
                    .body(Map.of("purposes", List.of("investigation")))
                    .put("/api/v1/shares/" + share + "/purposes")
                    .then()
                    .statusCode(200);
            assertThat(ids("investigator", word)).isEmpty();
            as("investigator").get("/api/v1/incidents/" + narrowed).then().statusCode(404);
        } finally {
            followers.resume();
        }
        await(() -> declaring("investigation", word).contains(narrowed));
        assertThat(declaring("case-preparation", word)).isEmpty();
        assertThat(ids("investigator", word)).as("declaring nothing").isEmpty();
    }

    private static List<String> declaring(String purpose, String word) {
        return as("investigator")
                .header(Purpose.HEADER, purpose)
                .queryParam("q", word)
                .get("/api/v1/search")
                .path("hits.id");
    }

    @Test
    void aMembersRolesClearanceCompartmentsAndMembershipEnd() throws Exception {
        String organisation =
                Records.create("admin", "member-organisations", Map.of("name", "Guests " + UUID.randomUUID()));
        Instant end = Instant.now().plus(Duration.ofSeconds(8));
        Map<String, Object> body = new HashMap<>(Map.of(
                "issuer", Tokens.issuer(GUEST),
                "subject", Tokens.subject(GUEST),
                "roles", List.of("documenter", "investigator"),
                "clearance", "TLP:RED",
                "compartments", List.of("north"),
                "until", end.plus(Duration.ofSeconds(4)).toString()));
        String members = "member-organisations/" + organisation + "/members";
        body.put("ends", Map.of("roles", Map.of("auditor", end.toString())));
        Records.post("admin", members, body).statusCode(400).body("findings.code", contains("end-of-nothing-given"));
        body.put(
                "ends",
                Map.of(
                        "roles", Map.of("investigator", end.toString()),
                        "clearance", end.toString(),
                        "compartments", Map.of("north", end.toString())));
        String member = Records.create("admin", members, body);
        me().statusCode(200)
                .body("roles", contains("documenter", "investigator"))
                .body("clearance", equalTo("TLP:RED"))
                .body("compartments", contains("north"));
        await(() -> me().extract().<List<String>>path("roles").size() == 1);
        me().body("clearance", equalTo("TLP:CLEAR")).body("compartments", empty());
        await(() -> me().extract().statusCode() == 403);
        me().body("code", equalTo("not-enrolled"));
        Records.get("admin", "members/" + member)
                .body("roles", contains("documenter", "investigator"))
                .body("ends.roles", hasKey("investigator"));

        as("admin")
                .header("If-Match", "\"r1\"")
                .delete("/api/v1/members/" + member)
                .then()
                .statusCode(200);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(member)))
                .containsExactly("GOV-MEMBER-ENROLLED", "GOV-MEMBER-CHANGED");
    }

    /** Who is widened this minute is no second person; and of a privileged role two decide how long it lasts. */
    @Test
    void longerIsMoreAndByTwoWhereMoreIs() {
        String organisation =
                Records.create("admin", "member-organisations", Map.of("name", "Guests " + UUID.randomUUID()));
        String member = Approving.asked(enrol(organisation, "auditor", "2999-01-01T00:00:00Z"));
        Approving.decide("admin2", member, "approved").statusCode(200);
        String auditor = AdminDatabase.column(
                        "select id from member where organisation = ?", UUID.fromString(organisation))
                .getFirst();
        Records.get("admin", "members/" + auditor).body("until", equalTo("2999-01-01T00:00:00Z"));
        Approving.asked(revise(auditor, 1, "auditor", "2999-01-02T00:00:00Z"));

        String documenter = enrol(organisation, "documenter", "2999-01-01T00:00:00Z")
                .statusCode(201)
                .extract()
                .path("id");
        String enrolled = widenedAt(documenter);
        revise(documenter, 1, "documenter", "2998-01-01T00:00:00Z").statusCode(200);
        assertThat(widenedAt(documenter)).isEqualTo(enrolled);
        revise(documenter, 2, "documenter", "2998-01-02T00:00:00Z").statusCode(200);
        assertThat(widenedAt(documenter)).isNotEqualTo(enrolled);
        revise(documenter, 3, "documenter", "2001-01-01T00:00:00Z")
                .statusCode(400)
                .body("findings.code", contains("in-the-past"));
    }

    private static String widenedAt(String member) {
        return AdminDatabase.column("select widened_at from member where id = ?", UUID.fromString(member))
                .getFirst();
    }

    private static ValidatableResponse me() {
        return as(GUEST).get("/api/v1/me").then();
    }

    private static void until(String share, Instant end) {
        as("documenter")
                .body(Map.of("until", end.toString()))
                .put("/api/v1/shares/" + share)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse enrol(String organisation, String role, String until) {
        return Records.post(
                "admin",
                "member-organisations/" + organisation + "/members",
                Map.of(
                        "issuer",
                        Tokens.issuer(GUEST),
                        "subject",
                        UUID.randomUUID().toString(),
                        "roles",
                        List.of(role),
                        "clearance",
                        "TLP:GREEN",
                        "until",
                        until,
                        "reason",
                        "For a time"));
    }

    private static ValidatableResponse revise(String member, int basedOn, String role, String until) {
        return Records.put(
                "admin",
                "members/" + member,
                "\"r" + basedOn + "\"",
                Map.of("roles", List.of(role), "clearance", "TLP:GREEN", "until", until, "reason", "For a time"));
    }
}
