package org.aletheia.access.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Enrolment.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ExplanationTest {
    @Test
    void whoMayReadHearsWhatElseTheyMayAndWhyNot() {
        String incident = Records.incident("documenter");
        explain("documenter", "incident", incident, "revise", Map.of())
                .statusCode(200)
                .body("permitted", equalTo(true))
                .body("reasons", empty())
                .body("closures", empty())
                .body("member", equalTo(member("documenter").toString()));
        Records.create(
                "documenter",
                "shares",
                Map.of("kind", "incident", "record", incident, "grantee", Enrolment.organisation("Commission")));
        explain("investigator", "incident", incident, "revise", Map.of())
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("role"))
                .body("reasons[0].text", equalTo("Your role does not permit this for records of this kind."));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(incident))).contains("CE-ACCESS-EXPLAINED");
    }

    @Test
    void aRoleActsForItsPurposesAlone() {
        String incident = Records.incident("investigator");
        as("investigator")
                .header("Aletheia-Purpose", "case-preparation")
                .get("/api/v1/incidents/" + incident)
                .then()
                .statusCode(200);
        as("investigator")
                .header("Aletheia-Purpose", "audit")
                .get("/api/v1/incidents/" + incident)
                .then()
                .statusCode(404);
        as("investigator")
                .header("Aletheia-Purpose", "curiosity")
                .get("/api/v1/me")
                .then()
                .statusCode(400)
                .body("findings.code", contains("purpose-unknown"));
        as("investigator")
                .header("Aletheia-Purpose", "curiosity") // the public log asks nobody who they are or why
                .get("/log/vkeys")
                .then()
                .statusCode(200);
        as("auditor")
                .header("Aletheia-Purpose", "reparation")
                .get("/api/v1/me")
                .then()
                .body("roles", empty());
        assertThat(
                        AdminDatabase.column(
                                "select convert_from(canonical, 'UTF8') from journal_pending where event_type = 'CE-ACCESS-DENIED'"
                                        + " union all select convert_from(canonical, 'UTF8') from journal where event_type = 'CE-ACCESS-DENIED'"))
                .anyMatch(event -> event.contains(incident) && event.contains("[\"purpose\",\"audit\"]"));
    }

    @Test
    void aReasonIsGivenInTheCallersLanguage() {
        String incident = Records.incident("documenter");
        as("documenter")
                .header("Accept-Language", "fr")
                .queryParams("kind", "incident", "id", incident, "intent", "assess")
                .get("/api/v1/access/explain")
                .then()
                .statusCode(200)
                .body("reasons[0].text", equalTo("Votre rôle ne permet pas cela pour ce type de dossier."));
    }

    @Test
    void anAuditorAsksForAColleagueAndNobodyElseDoes() {
        String incident = Records.incident("investigator");
        Map<String, UUID> colleague = Map.of("member", member("claims-officer"));
        explain("auditor", "incident", incident, "revise", colleague)
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("role"))
                .body("member", equalTo(member("claims-officer").toString()));
        explain("auditor", "incident", incident, "revise", Map.of("member", member("investigator")))
                .body("permitted", equalTo(true));
        explain("investigator", "incident", incident, "revise", colleague).statusCode(403);
        explain("auditor", "incident", incident, "revise", Map.of("member", member("documenter")))
                .statusCode(404);
        explain("auditor", "incident", incident, "revise", Map.of("member", UUID.randomUUID()))
                .statusCode(404);
        String theirs = Records.incident("documenter");
        explain("auditor", "incident", theirs, "revise", colleague).statusCode(404);
    }

    @Test
    void theDisclosureOfficerHearsOfWhatTheRegisterHas() {
        String item = Items.of("documenter").id();
        explain("disclosure-officer", "item", item, "read", Map.of()).statusCode(404);
        Records.create(
                "documenter",
                "shares",
                Map.of("kind", "item", "record", item, "grantee", Enrolment.organisation("Commission")));
        explain("disclosure-officer", "item", item, "read", Map.of())
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("role"));
        as("disclosure-officer").get("/api/v1/items/" + item).then().statusCode(404);
        explain("protection-officer", "item", item, "read", Map.of()).statusCode(404);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        explain("documenter", "nonsense", UUID.randomUUID().toString(), "nonsense", Map.of())
                .statusCode(400)
                .body("findings.pointer", hasItems("?kind", "?intent"));
        as("documenter")
                .get("/api/v1/access/explain")
                .then()
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("?kind", "?id", "?intent"));
    }

    private static ValidatableResponse explain(
            String user, String kind, String id, String intent, Map<String, UUID> more) {
        return as(user).queryParams("kind", kind, "id", id, "intent", intent)
                .queryParams(more)
                .get("/api/v1/access/explain")
                .then();
    }
}
