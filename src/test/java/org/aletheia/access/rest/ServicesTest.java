package org.aletheia.access.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members that are programs: what they may is named thing by thing, somebody answers for them, and they end. */
@QuarkusTest
@Tag("it")
class ServicesTest {
    private static final String SERVICE = "outsider";

    @Test
    void aServiceDoesWhatItsScopesNameAndDecidesNothing() throws Exception {
        String incident = Records.incident("documenter");
        String item = Items.of("documenter").id();
        String service = enrol(Map.of()).statusCode(201).extract().path("id");
        try {
            Records.get(SERVICE, "me")
                    .body("scopes", containsInAnyOrder("read:incident", "list:incident", "list:item", "read:item"));
            Records.get(SERVICE, "incidents/" + incident).statusCode(200);
            assertThat(Records.listed(SERVICE, "incidents")).contains(incident);
            Records.get(SERVICE, "items/" + item).statusCode(200);
            Records.get(SERVICE, "items/" + item + "/content").statusCode(404);
            assertThat(Records.listed(SERVICE, "items")).contains(item);
            as(SERVICE)
                    .queryParams("kind", "incident", "id", incident, "intent", "revise")
                    .get("/api/v1/access/explain")
                    .then()
                    .statusCode(200)
                    .body("reasons.code", contains("scope"))
                    .body("reasons[0].text", equalTo("This service has no scope for it."));
            Records.post(SERVICE, "incidents", Map.of("title", "Made up", "language", "en", "dates", List.of("2024")))
                    .statusCode(403);
            Records.post(SERVICE, "item-sheet/approvals", Map.of("items", List.of(item), "reason", "A sheet"))
                    .statusCode(403);
            String asked = Approving.asked(Records.post(
                    "documenter", "item-sheet/approvals", Map.of("items", List.of(item), "reason", "A sheet")));
            Approving.decide(SERVICE, asked, "approved").statusCode(404);
            Approving.decide(SERVICE, asked, "refused").statusCode(404);

            Database.owner("update member set ended_at = now() where id = '" + Enrolment.member("counsel2") + "'");
            Records.get(SERVICE, "me").statusCode(403).body("code", equalTo("not-enrolled"));
            Database.owner("update member set ended_at = null where id = '" + Enrolment.member("counsel2") + "'");
            Records.get(SERVICE, "me").statusCode(200);
        } finally {
            Database.owner("update member set ended_at = null where id = '" + Enrolment.member("counsel2") + "'");
            as("admin")
                    .header("If-Match", "\"r1\"")
                    .delete("/api/v1/members/" + service)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void whatIsWrongWithAServiceIsSaid() {
        enrol(Map.of("until", "")).statusCode(400);
        enrol(Map.of("until", Instant.now().plus(Duration.ofDays(400)).toString()))
                .statusCode(400)
                .body("findings.code", contains("longer-than-a-year"));
        enrol(Map.of("roles", List.of("counsel")))
                .statusCode(400)
                .body("findings.code", contains("role-not-for-services"));
        enrol(Map.of("service", Map.of("owner", Enrolment.member("investigator"), "scopes", List.of("transmit:item"))))
                .statusCode(400)
                .body("findings.code", hasItems("scope-not-for-services", "not-a-person-of-the-organisation"));
        enrol(Map.of("service", Map.of("owner", Enrolment.member("counsel2"), "scopes", List.of("read", "see:item"))))
                .statusCode(400)
                .body("findings.code", contains("scope-form", "intent-unknown"));
        Map<String, Object> person = Map.of(
                "roles", List.of("documenter"),
                "clearance", "TLP:GREEN",
                "until", Instant.now().plus(Duration.ofDays(1)).toString(),
                "service", Map.of("owner", Enrolment.member("counsel2"), "scopes", List.of("read:item")));
        Records.put("admin", "members/" + Enrolment.member("documenter"), "\"r1\"", person)
                .statusCode(400)
                .body("findings.code", contains("person-or-service-for-ever"));
    }

    private static ValidatableResponse enrol(Map<String, ?> other) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "issuer", Tokens.issuer(SERVICE),
                "subject", Tokens.subject(SERVICE),
                "roles", List.of("documenter"),
                "clearance", "TLP:AMBER+STRICT",
                "until", Instant.now().plus(Duration.ofDays(30)).toString(),
                "reason", "A program",
                "service",
                        Map.of(
                                "owner", Enrolment.member("counsel2"),
                                "scopes", List.of("read:incident", "list:incident", "list:item", "read:item"))));
        body.putAll(other);
        return Records.post("admin", "member-organisations/" + Enrolment.organisation("Field Team") + "/members", body);
    }
}
