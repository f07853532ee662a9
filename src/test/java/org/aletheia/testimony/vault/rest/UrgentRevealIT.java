package org.aletheia.testimony.vault.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** To save a life one person sees an identity at once; it is loud, and another looks at it. */
@QuarkusTest
@Tag("it")
class UrgentRevealIT {
    private static final String REASON = "They are at her door.";

    @TestHTTPResource(value = "/health", management = true)
    @SuppressWarnings("NullAway.Init")
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init")
    URI metrics;

    @Test
    void onePersonSeesAtOnceAndAnotherReviews() throws SQLException {
        String canary = canary();
        String victim = victim(canary);
        String reveal = reveal("investigator", victim)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("identity.names[0].text", equalTo(canary))
                .body("reveal.state", equalTo("unreviewed"))
                .body("reveal.reason", equalTo(REASON))
                .extract()
                .path("reveal.id");
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim))).contains("CE-IDENTITY-REVEALED-URGENTLY");
        get("case-team", "urgent-reveals/" + reveal)
                .statusCode(200)
                .body("reason", equalTo(REASON))
                .body(not(containsString(canary)));
        get("auditor", "urgent-reveals/" + reveal).statusCode(404);
        get("documenter", "urgent-reveals/" + reveal).statusCode(404);
        assertThat(Records.listed("case-team", "urgent-reveals")).contains(reveal);
        get("documenter", "urgent-reveals?limit=200").body("items.id", not(hasItem(reveal)));

        review("investigator", reveal, true).statusCode(403).body("code", equalTo("second-person-required"));
        review("documenter", reveal, true).statusCode(404);
        Approving.widened("case-team", "now() + interval '1 hour'");
        review("case-team", reveal, true).statusCode(403);
        Approving.widened("case-team", "now() - interval '1 hour'");
        post("case-team", "urgent-reveals/" + reveal + "/review", Map.of("justified", false))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/remark")));
        review("case-team", reveal, true)
                .statusCode(200)
                .body("state", equalTo("reviewed"))
                .body("justified", equalTo(true))
                .body("remark", equalTo("She was in danger."))
                .body("reviewer", equalTo(Enrolment.member("case-team").toString()));
        review("claims-officer", reveal, false).statusCode(409);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim)))
                .containsSubsequence("CE-IDENTITY-REVEALED-URGENTLY", "CE-URGENT-REVEAL-REVIEWED");
        for (String secret : List.of(canary, REASON, "She was in danger.")) {
            assertThat(Database.tablesHolding(secret)).isEmpty();
        }
        assertThatThrownBy(
                        () -> Database.owner("update urgent_reveal set justified = false where id = '" + reveal + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void whatNobodyReviewsInTimeIsSaidAloud() throws SQLException {
        String reveal = reveal("case-team", victim(canary())).extract().path("reveal.id");
        given().get(metrics).then().body(containsString("aletheia_identity_urgent_unreviewed"));
        given().get(health).then().body("checks.find { it.name == 'urgent-reveals' }.data.unreviewed", greaterThan(0));
        Database.owner(
                "update urgent_reveal set revealed_at = now() - interval '25 hours' where id = '" + reveal + "'");
        get("investigator", "urgent-reveals/" + reveal).body("state", equalTo("unreviewed-overdue"));
        given().get(health)
                .then()
                .body("checks.find { it.name == 'urgent-reveals' }.data.'unreviewed-overdue'", equalTo(1))
                .body("checks.find { it.name == 'urgent-reveals' }.status", equalTo("DOWN"));
        given().get(metrics).then().body(containsString("aletheia_identity_urgent_overdue 1.0"));
        review("investigator", reveal, true).statusCode(200);
        given().get(health).then().body("checks.find { it.name == 'urgent-reveals' }.status", equalTo("UP"));
    }

    @Test
    void whoMayNotAskForIdentitiesSeesNoneAtOnceEither() {
        String victim = victim(canary());
        for (String user : List.of("auditor", "documenter", "counsel", "disclosure-officer")) {
            reveal(user, victim).statusCode(404);
        }
        reveal("investigator", Records.victim("investigator")).statusCode(409);
        post("investigator", "urgent-reveals", Map.of("subject", Map.of("kind", "unit", "id", "x")))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/subject/kind", "/subject/id", "/reason")));
    }

    private static String canary() {
        return "Канарка" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String victim(String name) {
        String victim = Records.victim("investigator");
        Enrolment.as("investigator")
                .body(Map.of("names", List.of(Map.of("language", "uk", "text", name))))
                .put("/api/v1/victims/" + victim + "/identity")
                .then()
                .statusCode(204);
        return victim;
    }

    private static ValidatableResponse reveal(String user, String victim) {
        return post(
                user, "urgent-reveals", Map.of("subject", Map.of("kind", "victim", "id", victim), "reason", REASON));
    }

    private static ValidatableResponse review(String user, String reveal, boolean justified) {
        return post(
                user,
                "urgent-reveals/" + reveal + "/review",
                Map.of("justified", justified, "remark", "She was in danger."));
    }
}
