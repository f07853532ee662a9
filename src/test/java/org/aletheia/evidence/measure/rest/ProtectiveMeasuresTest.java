package org.aletheia.evidence.measure.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Made;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a body orders holds at once for the records that it names, until that body varies it. */
@QuarkusTest
@Tag("it")
class ProtectiveMeasuresTest {
    private static final String MEASURES = "protective-measures";

    @Test
    void whatIsClosedByOrderIsForCounselUntilTheBodyLiftsIt() {
        String incident = Records.incident("case-team");
        String measure =
                Records.create("case-team", MEASURES, measure(List.of("closed"), records("incident", incident)));
        for (String closed : List.of("case-team", "investigator", "auditor", "protection-officer")) {
            as(closed).get("/api/v1/incidents/" + incident).then().statusCode(404);
        }
        as("counsel").get("/api/v1/incidents/" + incident).then().statusCode(200);
        Records.put("counsel", "incidents/" + incident, "\"r1\"", Records.incident())
                .statusCode(404);

        vary(measure, "\"r1\"", order("Another court", "IT-2"), List.of(), records("incident", incident))
                .statusCode(400)
                .body("findings.code", contains("not-the-ordering-body"));
        vary(measure, "\"r1\"", order("The Chamber", "IT-1"), List.of(), records("incident", incident))
                .statusCode(400)
                .body("findings.code", contains("order-known"));
        as("case-team").get("/api/v1/incidents/" + incident).then().statusCode(404);

        vary(measure, "\"r1\"", order("the chamber", "IT-3"), List.of(), records("incident", incident))
                .statusCode(200)
                .body("variations", hasSize(1))
                .body("order.reference", equalTo("IT-1"));
        as("case-team").get("/api/v1/incidents/" + incident).then().statusCode(200);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(incident)))
                .containsSubsequence("CE-MEASURE-APPLIED", "CE-MEASURE-LIFTED");
        assertThat(Records.listed("counsel", MEASURES)).contains(measure);
    }

    @Test
    void whatIsToBeRedactedIsSeenWithoutItsContent() {
        Items.Made made = Items.of("documenter");
        share(made.submission());
        as("investigator").get("/api/v1/items/" + made.id() + "/content").then().statusCode(200);
        Records.create("counsel2", MEASURES, measure(List.of("redaction"), records("item", made.id())));
        for (String reader : List.of("documenter", "investigator")) {
            as(reader).get("/api/v1/items/" + made.id()).then().statusCode(200);
            as(reader).get("/api/v1/items/" + made.id() + "/content").then().statusCode(404);
        }
    }

    @Test
    void anApprovedRedactionIsWhatAnOrderLeavesAndNoPictureWhereItForbidsThem() {
        byte[] words = "a note".getBytes(StandardCharsets.UTF_8);
        Items.Made made = Items.of("documenter");
        share(made.submission());
        String text = Made.text(made.id(), words, "redaction", "a n***");
        String transcript = Made.text(made.id(), words, "transcript", "a note indeed");
        String picture = Made.send(
                        "documenter", made.id(), Made.from(words, "redaction"), "image/png", new byte[] {1, 2, 3})
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String called = Made.send(
                        "documenter",
                        made.id(),
                        Made.from(words, "redaction"),
                        "text/plain",
                        HexFormat.of().parseHex("ffd8ffe000104a4649460001"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String proposed = Made.text(made.id(), words, "redaction", "a no**");
        Made.approve(made.id(), text);
        Made.approve(made.id(), transcript);
        Made.approve(made.id(), picture);
        Made.approve(made.id(), called);
        String measure =
                Records.create("counsel2", MEASURES, measure(List.of("redaction"), records("item", made.id())));
        for (String reader : List.of("documenter", "investigator")) {
            as(reader).get("/api/v1/items/" + made.id() + "/content").then().statusCode(404);
            Made.content(reader, made.id(), transcript).then().statusCode(404);
            Made.content(reader, made.id(), proposed).then().statusCode(404);
            Made.content(reader, made.id(), picture).then().statusCode(200);
            Made.content(reader, made.id(), text).then().statusCode(200).body(equalTo("a n***"));
        }
        Made.content("counsel2", made.id(), transcript).then().statusCode(404);
        Made.content("counsel2", made.id(), proposed).then().statusCode(200);
        Made.content("auditor", made.id(), text).then().statusCode(404);
        Map<String, Object> without = measure(List.of("redaction", "no-image"), records("item", made.id()));
        without.put("order", order("The Chamber", "IT-9"));
        Records.put("counsel2", MEASURES + "/" + measure, "\"r1\"", without).statusCode(200);
        Made.content("investigator", made.id(), picture).then().statusCode(404);
        Made.content("investigator", made.id(), called).then().statusCode(404);
        Made.content("investigator", made.id(), text).then().statusCode(200);
        Made.decide("documenter", made.id(), text, Map.of("decision", "withdrawn", "reason", "identifying-passage"))
                .statusCode(200);
        Made.content("investigator", made.id(), text).then().statusCode(404);
    }

    @Test
    void anIdentityUnderAPseudonymIsAskedForInVain() {
        String victim = Records.victim("case-team");
        Map<String, Object> body = measure(List.of("pseudonym"), Map.of());
        body.put("persons", List.of(Map.of("kind", "victim", "id", victim)));
        Records.create("counsel", MEASURES, body);
        as("case-team").get("/api/v1/victims/" + victim).then().statusCode(200);
        as("case-team")
                .queryParams("kind", "victim", "id", victim, "intent", "read-identity")
                .get("/api/v1/access/explain")
                .then()
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("closed"))
                .body("closures.code", contains("identity-withheld"));
    }

    @Test
    void aVariationOpensWhatItNamesNoMoreAndClosesWhatItAdds() {
        String first = Records.incident("case-team");
        String second = Records.incident("case-team");
        String measure = Records.create("case-team", MEASURES, measure(List.of("closed"), records("incident", first)));
        vary(measure, "\"r1\"", order("The Chamber", "IT-4"), List.of("closed"), records("incident", second))
                .statusCode(200);
        as("investigator").get("/api/v1/incidents/" + first).then().statusCode(200);
        as("investigator").get("/api/v1/incidents/" + second).then().statusCode(404);
    }

    @Test
    void othersNeitherWriteNorSeeThem() {
        String incident = Records.incident("case-team");
        String measure =
                Records.create("case-team", MEASURES, measure(List.of("redaction"), records("incident", incident)));
        Records.post("investigator", MEASURES, measure(List.of("closed"), records("incident", incident)))
                .statusCode(403);
        for (String other : List.of("investigator", "documenter", "counsel2", "claims-officer", "admin")) {
            as(other).get("/api/v1/" + MEASURES + "/" + measure).then().statusCode(404);
        }
        for (String keeps : List.of("counsel", "case-team2", "protection-officer", "disclosure-officer", "auditor")) {
            as(keeps).get("/api/v1/" + MEASURES + "/" + measure).then().statusCode(200);
        }
        Records.put("case-team", MEASURES + "/" + measure, null, measure(List.of(), Map.of()))
                .statusCode(428);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        String theirs = Records.incident("documenter");
        Map<String, Object> body = measure(List.of("closed", "nonsense"), records("incident", theirs));
        body.put("persons", List.of(Map.of("kind", "item", "id", UUID.randomUUID())));
        body.put("order", Map.of("body", "The Chamber", "reference", "no number", "date", "soon"));
        Records.post("case-team", MEASURES, body)
                .statusCode(400)
                .body(
                        "findings.pointer",
                        hasItems("/order/reference", "/order/date", "/scopes/1", "/records/0", "/persons/0/kind"));
        Records.post("case-team", MEASURES, Map.of())
                .statusCode(400)
                .body("findings.pointer", hasItems("/order", "/scopes"));
        Records.post("case-team", MEASURES, measure(List.of("pseudonym", "closed"), Map.of()))
                .statusCode(400)
                .body("findings.pointer", hasItems("/records", "/persons"));
    }

    private static ValidatableResponse vary(
            String measure, String tag, Map<String, Object> order, List<String> scopes, Map<String, Object> records) {
        Map<String, Object> body = measure(scopes, records);
        body.put("order", order);
        return Records.put("case-team", MEASURES + "/" + measure, tag, body);
    }

    private static Map<String, Object> measure(List<String> scopes, Map<String, Object> records) {
        Map<String, Object> body = new HashMap<>(records);
        body.put("order", order("The Chamber", "IT-1"));
        body.put("scopes", scopes);
        return body;
    }

    private static Map<String, Object> order(String body, String reference) {
        return Map.of("body", body, "reference", reference, "date", "2026-03-04");
    }

    private static Map<String, Object> records(String kind, String id) {
        return Map.of("records", List.of(Map.of("kind", kind, "id", id)));
    }

    private static void share(String submission) {
        Records.create(
                "documenter",
                "shares",
                Map.of("kind", "submission", "record", submission, "grantee", Enrolment.organisation("Commission")));
    }
}
