package org.aletheia.testimony.statement.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a statement says, how it grows, and who sees it. */
@QuarkusTest
@Tag("it")
class StatementsTest {
    @Test
    void aStatementTellsItsCircumstancesAndWhoMayReceiveIt() {
        String victim = Records.victim("documenter");
        String act = Records.act("documenter", Records.incident("documenter"));
        String recording = Testimony.item("documenter");
        Map<String, Object> body = Testimony.body("signed-statement", victim);
        body.put("circumstances", Testimony.circumstances());
        body.put("earlierAccounts", Map.of("times", 2, "takenBy", List.of("police", "organisation")));
        body.put("items", List.of(Map.of("item", recording, "role", "recording")));
        body.put("acts", List.of(act));
        body.put("proceedings", List.of("ICC-01/24"));

        String id = create("documenter", "statements", body);

        Enrolment.as("documenter")
                .header("Accept-Language", "fr")
                .get("/api/v1/statements/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .header("Vary", containsString("Accept-Language"))
                .body("kind", equalTo("signed-statement"))
                .body("givenBy.id", equalTo(victim))
                .body("mayReceive.language", equalTo("fr"))
                .body("mayReceive.text", containsString("la défense"))
                .body("circumstances.sessions[0].breaks.reason", contains("prayer", "rest"))
                .body("circumstances.sessions[0].breaks.times", contains(1, 2))
                .body("circumstances.present.capacity", contains("interviewer", "interpreter", "support-person"))
                .body("circumstances.present[1].who.reference", equalTo("T-3"))
                .body("circumstances.readBack.corrections", equalTo(2))
                .body("circumstances.supportReferral", equalTo("declined"))
                .body("circumstances.declaration.kind", equalTo("oral"))
                .body("circumstances.signature.date", equalTo("2024-03-05"))
                .body("earlierAccounts.times", equalTo(2))
                .body("items.item", contains(recording))
                .body("acts", contains(act))
                .body("proceedings", contains("ICC-01/24"));
    }

    @Test
    void interviewerAndInterpreterCanBeRecordsUnderPseudonyms() {
        String interpreter = create("documenter", "persons", Map.of());
        String id = create(
                "documenter",
                "statements",
                Testimony.body(
                        "contact-note",
                        Records.victim("documenter"),
                        "circumstances",
                        Map.of(
                                "present",
                                List.of(Map.of(
                                        "capacity",
                                        "interpreter",
                                        "who",
                                        Map.of("person", Map.of("kind", "person", "id", interpreter)))))));

        get("documenter", "statements/" + id).body("circumstances.present[0].who.person.id", equalTo(interpreter));
    }

    @Test
    void versionsStandBesideEachOtherForEver() {
        String id = Testimony.firstAccount("documenter");
        String first = Testimony.item("documenter");
        add("documenter", id, 1, Map.of("form", "original", "language", "uk", "item", first))
                .statusCode(200)
                .header("ETag", "\"r2\"")
                .body("versions.number", contains(1));
        add(
                        "documenter",
                        id,
                        2,
                        Map.of(
                                "form",
                                "translation",
                                "of",
                                1,
                                "language",
                                "en",
                                "item",
                                Testimony.item("documenter"),
                                "translation",
                                "sworn",
                                "translator",
                                Map.of("reference", "T-7")))
                .statusCode(200);
        add("documenter", id, 3, correction(1, List.of("date-or-time", "taken-back")))
                .statusCode(200)
                .body("versions.number", contains(1, 2, 3))
                .body("versions.form", contains("original", "translation", "correction"))
                .body("versions[1].translation", equalTo("sworn"))
                .body("versions[1].translator.reference", equalTo("T-7"))
                .body("versions[2].of", equalTo(1))
                .body("versions[2].corrections", contains("date-or-time", "taken-back"))
                .body("versions[0].item", equalTo(first));

        Map<String, Object> again = new HashMap<>(again(id));
        again.put("versions", List.of());
        put("documenter", "statements/" + id, "\"r4\"", again)
                .statusCode(400)
                .body("code", equalTo("unknown-property"));
        put("documenter", "statements/" + id, "\"r4\"", again(id))
                .statusCode(200)
                .body("versions", hasSize(3));
        add("documenter", id, 4, correction(1, List.of("place"))).statusCode(412);
        Enrolment.as("documenter")
                .body(correction(1, List.of("place")))
                .post("/api/v1/statements/" + id + "/versions")
                .then()
                .statusCode(428);

        get("documenter", "statements/" + id + "/revisions")
                .statusCode(200)
                .body("items.number", contains(1, 2, 3, 4, 5))
                .body("items[1].content.versions", hasSize(1))
                .body("items[3].content.versions", hasSize(3))
                .body("items[4].member", equalTo(Enrolment.member("documenter").toString()));
    }

    @Test
    void statementsOfOnePersonAreListedTogether() {
        String victim = Records.victim("documenter");
        String note = create("documenter", "statements", Testimony.body("contact-note", victim));
        String account = create("documenter", "statements", Testimony.body("first-account", victim));
        Testimony.firstAccount("documenter");

        assertThat(listed("documenter", "statements?givenBy=" + victim)).containsExactlyInAnyOrder(note, account);
        assertThat(listed("documenter", "statements?kind=contact-note&givenBy=" + victim))
                .containsExactly(note);
        get("documenter", "statements?kind=contact-note&givenBy=" + victim)
                .body("items[0].mayReceive.language", equalTo("en"));
    }

    @Test
    void anotherOrganisationSeesWhatItSeesOfNothing() {
        String id = Testimony.firstAccount("documenter");
        String absent = UUID.randomUUID().toString();
        for (String path : List.of("statements/%s", "statements/%s/revisions")) {
            Response hidden = Enrolment.as("documenter2").get("/api/v1/" + path.formatted(id));
            Response nothing = Enrolment.as("documenter2").get("/api/v1/" + path.formatted(absent));
            assertThat(hidden.statusCode()).as(path).isEqualTo(404).isEqualTo(nothing.statusCode());
            assertThat(comparable(hidden)).as(path).isEqualTo(comparable(nothing));
        }
        put("documenter2", "statements/" + id, "\"r1\"", again(id)).statusCode(404);
        add("documenter2", id, 1, Testimony.original("documenter2", "uk")).statusCode(404);
        assertThat(listed("documenter2", "statements")).doesNotContain(id);
    }

    @Test
    void whoTakesStatementsIsAMatterOfRole() {
        String victim = Records.victim("victims-org");
        String id = create("victims-org", "statements", Testimony.body("first-account", victim));
        get("victims-org", "statements/" + id).statusCode(200);
        post("auditor", "statements", Testimony.body("contact-note", victim)).statusCode(403);
        post("protection-officer", "statements", Testimony.body("contact-note", victim))
                .statusCode(403);
        post("counsel", "statements", Testimony.body("contact-note", victim)).statusCode(403);
        String own =
                create("investigator", "statements", Testimony.body("contact-note", Records.victim("investigator")));
        get("auditor", "statements/" + own).statusCode(200);
        get("protection-officer", "statements/" + own).statusCode(200);
        get("counsel", "statements/" + own).statusCode(404);
    }

    @Test
    void aSharedStatementShowsFromThenOn() {
        String id = Testimony.firstAccount("documenter");
        put("documenter", "statements/" + id, "\"r1\"", again(id)).statusCode(200);
        post(
                        "documenter",
                        "shares",
                        Map.of(
                                "kind",
                                "statement",
                                "record",
                                id,
                                "grantee",
                                Enrolment.organisation("Commission").toString()))
                .statusCode(201);

        get("investigator", "statements/" + id).statusCode(200);
        get("investigator", "statements/" + id + "/revisions").body("items.number", contains(2));
        put("investigator", "statements/" + id, "\"r2\"", again(id)).statusCode(404);
    }

    @Test
    void aClaimNarrativeIsApartFromWhoInquiresOrProsecutes() {
        String victim = Records.victim("investigator");
        String id = create("claims-officer", "statements", Testimony.body("claim-narrative", victim));
        get("claims-officer", "statements/" + id).statusCode(200);
        get("auditor", "statements/" + id).statusCode(200);
        for (String user : List.of("investigator", "case-team")) {
            get(user, "statements/" + id).statusCode(404);
            get(user, "statements/" + id + "/revisions").statusCode(404);
            assertThat(listed(user, "statements?givenBy=" + victim)).doesNotContain(id);
            put(user, "statements/" + id, "\"r1\"", Testimony.body("claim-narrative", victim))
                    .statusCode(404);
            post(user, "statements", Testimony.body("claim-narrative", victim)).statusCode(403);
        }
    }

    @Test
    void theTableTakesNoTextOfItsOwn() {
        String id = Testimony.firstAccount("documenter");
        Assertions.assertThatThrownBy(() -> Database.owner("update statement set content = content || "
                        + "'{\"text\": \"canary\"}' where id = '" + id + "'"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void aRepeatedRequestMakesOneStatement() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Testimony.body("contact-note", Records.victim("documenter"));
        String first = keyed(key, body).statusCode(201).extract().path("id");
        keyed(key, body).statusCode(201).body("id", equalTo(first)).body("guidanceReason", nullValue());
    }

    private static ValidatableResponse keyed(String key, Map<String, Object> body) {
        return Enrolment.as("documenter")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/statements")
                .then();
    }

    private static Map<String, Object> correction(int of, List<String> what) {
        return Map.of(
                "form",
                "correction",
                "of",
                of,
                "language",
                "uk",
                "item",
                Testimony.item("documenter"),
                "corrections",
                what,
                "date",
                "2024-04-02");
    }

    /** The body of a first account as it stands. */
    private static Map<String, Object> again(String id) {
        String victim = get("documenter", "statements/" + id).extract().path("givenBy.id");
        return Testimony.body("first-account", victim);
    }

    private static ValidatableResponse add(String user, String id, int revision, Map<String, ?> version) {
        return Enrolment.as(user)
                .header("If-Match", "\"r" + revision + "\"")
                .body(version)
                .post("/api/v1/statements/" + id + "/versions")
                .then();
    }

    /** The problem without what names this one answer. */
    private static Map<String, Object> comparable(Response problem) {
        Map<String, Object> members = new HashMap<>(problem.jsonPath().getMap(""));
        members.remove("instance");
        return members;
    }
}
