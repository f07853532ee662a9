package org.aletheia.access.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.testing.Approving.asked;
import static org.aletheia.testing.Approving.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An organisation in danger is shut in one step, loses nothing, and is opened by two outsiders. */
@QuarkusTest
@Tag("it")
class FreezesTest {
    private static final String WHY = "The office was searched";

    @TestHTTPResource(value = "/health", management = true)
    @SuppressWarnings("NullAway.Init")
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init")
    URI metrics;

    private String team = "";
    private String officer = "";

    /** The second field team gets a protection officer, and a guardian in the Commission. */
    @BeforeEach
    void arrange() {
        team = Enrolment.organisation("Field Team Two").toString();
        String asked = asked(Records.post(
                "admin",
                "member-organisations/" + team + "/members",
                Map.of(
                        "issuer", Tokens.issuer("outsider"),
                        "subject", Tokens.subject("outsider"),
                        "roles", List.of("protection-officer"),
                        "clearance", "TLP:AMBER",
                        "reason", "Keeps the team safe")));
        decide("admin2", asked, "approved").statusCode(200);
        officer = Records.get("outsider", "me").statusCode(200).extract().path("member");
        name("outsider", "protection-officer").statusCode(200);
    }

    @AfterEach
    void clear() {
        if (AdminDatabase.column("select 1 from member_organisation where frozen_at is not null and id = ?", uuid(team))
                        .size()
                == 1) {
            open();
        }
        Enrolment.as("outsider")
                .body("{}")
                .put("/api/v1/member-organisations/" + team + "/guardian")
                .then()
                .statusCode(200);
        Approving.approved(
                "admin2",
                Enrolment.as("admin")
                        .header("If-Match", "\"r1\"")
                        .queryParam("reason", "Has left")
                        .delete("/api/v1/members/" + officer)
                        .then());
    }

    @Test
    void itsMembersAreAnsweredNothingButWhoTheyAre() {
        String submission = Items.of("documenter2").submission();
        freeze("outsider").statusCode(200).body("frozen", equalTo(true)).body("frozenBy", equalTo(officer));
        for (String user : List.of("documenter2", "outsider")) {
            for (String path : List.of(
                    "submissions/" + submission,
                    "submissions",
                    "search?q=note",
                    "code-lists",
                    "member-organisations",
                    "approvals",
                    "members/" + officer,
                    "items/" + UUID.randomUUID())) {
                Records.get(user, path).statusCode(403).body("code", equalTo("organisation-frozen"));
            }
            Records.post(user, "submissions", Map.of("title", "x")).statusCode(403);
            Records.get(user, "me").statusCode(200).body("organisation.frozen", equalTo(true));
            Enrolment.as(user).get("/log/vkeys").then().statusCode(200);
        }
        open();
        Records.get("documenter2", "submissions/" + submission).statusCode(200);
        Records.get("documenter2", "me").body("organisation.frozen", equalTo(false));
    }

    @Test
    void whatItSharedIsClosedAtOnceAndIsAsBeforeWhenItIsOpened() {
        Items.Made made = Items.of("documenter2");
        Instant until = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        String commission = Enrolment.organisation("Commission").toString();
        Records.create(
                "documenter2",
                "shares",
                Map.of(
                        "kind",
                        "submission",
                        "record",
                        made.submission(),
                        "grantee",
                        commission,
                        "until",
                        until.toString()));
        String item = "items/" + made.id();
        Records.get("investigator", item).statusCode(200);
        found("investigator", made.id(), 1);

        freeze("protection-officer").statusCode(200);
        Records.get("investigator", item).statusCode(404);
        Records.get("investigator", item + "/content").statusCode(404);
        Records.get("investigator", "submissions/" + made.submission()).statusCode(404);
        search("investigator").body("hits.findAll { it.id == '" + made.id() + "' }", hasSize(0));
        assertThat(Records.listed("investigator", "items")).doesNotContain(made.id());

        open();
        Records.get("investigator", item).statusCode(200);
        found("investigator", made.id(), 1);
        assertThat(AdminDatabase.column(
                        "select ends_at = ?::timestamptz and suspended_at is null from share where record_id = ?",
                        until.toString(),
                        uuid(made.id())))
                .containsExactly("t");
        assertThat(AdminDatabase.eventsOf(uuid(made.id())))
                .containsSubsequence("GOV-SHARE-GIVEN", "GOV-SHARE-SUSPENDED", "GOV-SHARE-RESUMED");
        assertThat(AdminDatabase.eventsOf(uuid(team)))
                .containsSubsequence("GOV-GUARDIAN-NAMED", "GOV-ORGANISATION-FROZEN", "GOV-ORGANISATION-UNFROZEN");
    }

    @Test
    void aShareThatWasEndedBeforeStaysEnded() {
        Items.Made made = Items.of("documenter2");
        String commission = Enrolment.organisation("Commission").toString();
        String share = Records.create(
                "documenter2", "shares", Map.of("kind", "item", "record", made.id(), "grantee", commission));
        Enrolment.as("documenter2").delete("/api/v1/shares/" + share).then().statusCode(204);
        freeze("outsider").statusCode(200);
        open();
        Records.get("investigator", "items/" + made.id()).statusCode(404);
    }

    @Test
    void onlyOfficersAndTheGuardianFreeze() {
        for (String user : List.of("documenter2", "documenter", "admin", "counsel", "investigator")) {
            freeze(user).statusCode(403).body("code", equalTo("forbidden"));
        }
        name("admin", "counsel").statusCode(403);
        name("protection-officer", "counsel").statusCode(403);
        name("outsider", "documenter2")
                .statusCode(400)
                .body("findings.code", equalTo(List.of("not-a-member-of-another-organisation")));
        Records.get("documenter", path("freeze")).statusCode(403);
        Records.get("admin", path("freeze")).statusCode(200).body("frozen", equalTo(false));
        Records.get("admin", "member-organisations/" + UUID.randomUUID() + "/freeze")
                .statusCode(404);
        freeze("protection-officer").statusCode(200);
        freeze("protection-officer").statusCode(409).body("code", equalTo("state-refused"));
    }

    @Test
    void twoOutsidersOpenItAndNobodyElse() throws SQLException {
        freeze("outsider").statusCode(200);
        Records.post("investigator", path("unfreeze"), Map.of("reason", "x")).statusCode(403);
        Records.post("documenter2", path("unfreeze"), Map.of("reason", "x")).statusCode(403);
        String asked = askOpening("protection-officer");
        decide("protection-officer", asked, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        decide("investigator", asked, "approved").statusCode(404);
        decide("outsider", asked, "approved").statusCode(403).body("code", equalTo("organisation-frozen"));
        Approving.widened("admin", "now() + interval '1 hour'");
        decide("admin", asked, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        Approving.widened("admin", "now() - interval '1 hour'");
        Approving.expire(asked);
        decide("admin", asked, "approved").statusCode(409);
        Records.get("documenter2", "submissions").statusCode(403);

        String again = askOpening("admin2");
        decide("protection-officer", again, "approved").statusCode(200);
        Records.get("documenter2", "submissions").statusCode(200);
        decide("protection-officer", again, "approved").statusCode(409);
        Records.post("admin", path("unfreeze"), Map.of("reason", "x")).statusCode(409);
        assertThat(AdminDatabase.eventsOf(uuid(again)))
                .containsSequence("GOV-APPROVAL-REQUESTED", "GOV-APPROVAL-GIVEN");
    }

    /** An approval of one danger does not open the next. */
    @Test
    void whatWasAskedOfAnEarlierFreezeOpensNothing() {
        freeze("outsider").statusCode(200);
        String first = askOpening("admin");
        open();
        freeze("outsider").statusCode(200);
        decide("admin2", first, "approved").statusCode(409);
        Records.get("documenter2", "submissions").statusCode(403);
    }

    @Test
    void anOrganisationThatNobodyCouldOpenIsNotFrozen() {
        String operator = Enrolment.organisation("Operator").toString();
        Records.post("admin", "member-organisations/" + operator + "/freeze", Map.of("reason", WHY))
                .statusCode(409)
                .body("reason", equalTo("no-two-outsiders"));
        Records.get("admin", "members/" + officer).statusCode(200);
    }

    @Test
    void anAlarmCanBeRaisedFromIt() {
        freeze("outsider").statusCode(200);
        given().get(metrics).then().body(containsString("aletheia_organisations_frozen 1.0"));
        given().get(health)
                .then()
                .body("checks.find { it.name == 'governance' }.data.'frozen-organisations'", equalTo(1))
                .body(
                        "checks.find { it.name == 'governance' }.data.'privileged-roles'",
                        equalTo("two administrators decide"));
        open();
        given().get(metrics)
                .then()
                .body(containsString("aletheia_organisations_frozen 0.0"))
                .body(containsString("aletheia_founding_open 0.0"));
        Records.get("admin", path("freeze")).body("frozenAt", nullValue());
    }

    private void open() {
        decide("admin2", askOpening("admin"), "approved").statusCode(200);
    }

    private String askOpening(String user) {
        return asked(Records.post(user, path("unfreeze"), Map.of("reason", "They are safe")));
    }

    private ValidatableResponse freeze(String user) {
        return Records.post(user, path("freeze"), Map.of("reason", WHY));
    }

    private ValidatableResponse name(String user, String guardian) {
        return Records.put(
                user,
                path("guardian"),
                null,
                Map.of("member", Enrolment.member(guardian).toString()));
    }

    private String path(String what) {
        return "member-organisations/" + team + "/" + what;
    }

    private static void found(String user, String item, int times) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> search(user)
                .body("hits.findAll { it.id == '" + item + "' }", hasSize(times)));
    }

    private static ValidatableResponse search(String user) {
        return Records.get(user, "search?q=note&limit=200").statusCode(200);
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id);
    }
}
