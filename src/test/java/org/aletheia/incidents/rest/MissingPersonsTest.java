package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search for the missing: nothing is inferred, and no status rests on one member. */
@QuarkusTest
@Tag("it")
class MissingPersonsTest {
    private static final Map<String, Object> PLACE =
            Map.of("country", "SY", "names", List.of(Map.of("language", "ar", "text", "المركز")));

    @Inject
    Chains chains;

    @Test
    void aPersonIsMissingUntilTwoMembersSayOtherwise() {
        String victim = Records.victim("investigator");
        String person = create("investigator", "missing-persons", Map.of("victim", victim, "since", "2014-03-05?"));
        get("investigator", "missing-persons/" + person)
                .body("kind", equalTo("missing-person"))
                .body("status", equalTo("missing"))
                .body("continuing", equalTo(true))
                .body("period", equalTo("2014-03-05?/.."))
                .body("dateBounds.earliest", equalTo("2014-03-05T00:00:00Z"));
        String proposal = propose("investigator", person, "returned");
        get("investigator", "missing-persons/" + person).body("status", equalTo("missing"));
        decide("investigator", proposal, "confirmed").statusCode(403).body("code", equalTo("second-person-required"));
        decide("investigator", proposal, "refused").statusCode(403);
        decide("case-team", proposal, "withdrawn").statusCode(403);
        get("investigator", "missing-persons/" + person).body("status", equalTo("missing"));

        decide("case-team", proposal, "confirmed")
                .statusCode(200)
                .body("decision.outcome", equalTo("confirmed"))
                .body("decision.by", equalTo(Enrolment.member("case-team").toString()))
                .body("proposedBy", equalTo(Enrolment.member("investigator").toString()))
                .body("sources", hasSize(1));
        get("investigator", "missing-persons/" + person)
                .body("status", equalTo("returned"))
                .body("statusDate", equalTo("2016-01"))
                .body("statusProposal", equalTo(proposal))
                .body("continuing", equalTo(false))
                .body("period", nullValue());
        decide("case-team", proposal, "confirmed").statusCode(409).body("code", equalTo("state-refused"));
        get("investigator", "missing-persons/" + person + "/revisions")
                .body("items.content.status", contains("missing", "returned"))
                .body(
                        "items.member",
                        contains(
                                Enrolment.member("investigator").toString(),
                                Enrolment.member("case-team").toString()));
        get("investigator", "missing-persons/" + person + "/status-proposals")
                .body("items.status", contains("returned"));
        assertLogged(proposal, List.of("investigator", "case-team"));
    }

    @Test
    void aStatusThatChangedMeanwhileIsNotChangedFromAnother() {
        String person = missing("investigator");
        String first = propose("investigator", person, "remains-located");
        String second = propose("investigator", person, "returned");
        String third = propose("case-team", person, "identified");
        decide("investigator", second, "withdrawn").statusCode(200).body("decision.outcome", equalTo("withdrawn"));
        decide("case-team", second, "confirmed").statusCode(409);
        get("investigator", "missing-persons/" + person).body("status", equalTo("missing"));
        decide("case-team", first, "confirmed").statusCode(200);
        get("investigator", "missing-persons/" + person)
                .body("status", equalTo("remains-located"))
                .body("continuing", equalTo(true));
        decide("investigator", third, "confirmed").statusCode(409).body("code", equalTo("state-refused"));
        decide("investigator", third, "refused").statusCode(200);
        get("investigator", "missing-persons/" + person)
                .body("status", equalTo("remains-located"))
                .body("revision", equalTo(2));
    }

    @Test
    void aProposalNeedsASourceAndSaysEverythingWrongAtOnce() {
        String person = missing("investigator");
        post("investigator", "missing-persons/" + person + "/status-proposals", Map.of("status", "missing"))
                .statusCode(400)
                .body("findings.pointer", contains("/status", "/date", "/basis", "/sources"))
                .body("findings.code", contains("status-unchanged", "required", "required", "source-required"));
        post(
                        "investigator",
                        "missing-persons/" + person + "/status-proposals",
                        Records.sourced("investigator", Map.of("status", "dead", "date", "2013", "basis", "contact")))
                .statusCode(400)
                .body("findings.pointer", contains("/status", "/date"))
                .body("findings.code", contains("code-unknown", "before-disappearance"));
        decide("case-team", propose("investigator", person, "returned"), "perhaps")
                .statusCode(400)
                .body("findings.pointer", contains("/outcome"))
                .body("findings.code", contains("outcome-unknown"));
    }

    @Test
    void whereSomebodyWasIsDatedAndSourcedAndContradictionsStandSideBySide() {
        String person = missing("investigator");
        String at = "missing-persons/" + person + "/whereabouts";
        post("investigator", at, Map.of("type", "denial", "date", "2014"))
                .statusCode(400)
                .body("findings.pointer", contains("/authority", "/sources"))
                .body("findings.code", contains("authority-required", "source-required"));
        post("investigator", at, Map.of("type", "held"))
                .statusCode(400)
                .body("findings.pointer", contains("/date", "/place", "/sources"))
                .body("findings.code", contains("required", "required", "source-required"));
        String seen = create(
                "investigator",
                at,
                Records.sourced("investigator", Map.of("type", "last-seen", "date", "2014-03-05", "place", PLACE)));
        String held = create(
                "investigator",
                at,
                Records.sourced(
                        "investigator",
                        Map.of(
                                "type", "held",
                                "date", "2014-03/2014-06",
                                "place", PLACE,
                                "authority", "Directorate 7")));
        String denied = create(
                "case-team",
                at,
                Records.sourced(
                        "case-team",
                        Map.of("type", "denial", "date", "2014-09-01", "authority", "Ministry of the Interior")));
        get("investigator", at)
                .body("items.id", containsInAnyOrder(seen, held, denied))
                .body("items.unsourced", contains(false, false, false));
        get("investigator", "whereabouts/" + held)
                .body("sources", hasSize(1))
                .body("dateBounds.latest", equalTo("2014-06-30T23:59:59.999Z"));
        get("investigator", "missing-persons/" + person)
                .body("status", equalTo("missing"))
                .body("revision", equalTo(1));
        put(
                        "case-team",
                        "whereabouts/" + denied,
                        "\"r1\"",
                        Map.of("type", "no-reply", "date", "2014-09", "authority", "Ministry of the Interior"))
                .statusCode(200)
                .body("type", equalTo("no-reply"))
                .body("sources", hasSize(1));
    }

    @Test
    void relativesAreUnderPseudonymsWithTheirWishes() throws SQLException {
        String mother = Records.victim("investigator");
        String brother = create("investigator", "persons", Map.of("protectedIdentity", true));
        String known = create(
                "investigator",
                "persons",
                Map.of(
                        "protectedIdentity",
                        false,
                        "names",
                        List.of(Map.of("language", "en", "text", "Somebody Public"))));
        Map<String, Object> body = new HashMap<>(Map.of("victim", Records.victim("investigator"), "since", "2014"));
        body.put("relatives", List.of(Map.of("kind", "person", "id", known, "relation", "sibling")));
        post("investigator", "missing-persons", body)
                .statusCode(400)
                .body("findings.pointer", contains("/relatives/0/id"))
                .body("findings.code", contains("relative-not-protected"));
        body.put("relatives", List.of(Map.of("kind", "unit", "id", known, "relation", "foe", "name", "A Name")));
        post("investigator", "missing-persons", body).statusCode(400).body("code", equalTo("unknown-property"));
        body.put(
                "relatives",
                List.of(
                        Map.of(
                                "kind",
                                "victim",
                                "id",
                                mother,
                                "relation",
                                "parent",
                                "wishes",
                                List.of("in-person", "with-support"),
                                "mayBeTold",
                                List.of("status", "place")),
                        Map.of("kind", "person", "id", brother, "relation", "sibling", "wishes", List.of("never"))));
        String person = create("investigator", "missing-persons", body);
        get("investigator", "missing-persons/" + person)
                .body("relatives.record", contains(mother, brother))
                .body("relatives[0].wishes", contains("in-person", "with-support"))
                .body("relatives[1].mayBeTold", nullValue());
        assertThatThrownBy(() -> Database.owner("""
                        update missing_person set content = jsonb_set(content, '{relatives,0,name}', '"A Name"')
                        where id = '%s'""".formatted(person)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("missing_person_no_name");
        assertThatThrownBy(
                        () -> Database.owner("update missing_person set content = content || '{\"name\": \"A Name\"}'"
                                + " where id = '" + person + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("missing_person_no_name");
    }

    @Test
    void theVictimStaysAndTheStatusIsNoField() {
        String victim = Records.victim("investigator");
        String person = create("investigator", "missing-persons", Map.of("victim", victim, "since", "2014"));
        put(
                        "investigator",
                        "missing-persons/" + person,
                        "\"r1\"",
                        Map.of("victim", Records.victim("investigator"), "since", "2014/2015"))
                .statusCode(400)
                .body("findings.pointer", contains("/victim", "/since"))
                .body("findings.code", contains("victim-fixed", "date-interval"));
        put(
                        "investigator",
                        "missing-persons/" + person,
                        "\"r1\"",
                        Map.of("victim", victim, "since", "2014", "status", "returned"))
                .statusCode(400)
                .body("code", equalTo("unknown-property"));
        get("investigator", "missing-persons?victim=" + victim).body("items.id", contains(person));
        get("investigator", "missing-persons?victim=" + victim + "&status=returned")
                .body("items", hasSize(0));
    }

    @Test
    void othersSeeNothingAndAGranteeSeesButProposesNothing() {
        String victim = Records.victim("documenter");
        String person = create("documenter", "missing-persons", Map.of("victim", victim, "since", "2014"));
        String at = "missing-persons/" + person;
        for (String path :
                List.of(at, at + "/whereabouts", at + "/status-proposals", at + "/revisions", at + "/sources")) {
            get("documenter2", path).statusCode(404);
        }
        post("documenter2", at + "/status-proposals", Map.of()).statusCode(404);
        String said = create(
                "documenter",
                at + "/whereabouts",
                Records.sourced("documenter", Map.of("type", "sighting", "date", "2015", "place", PLACE)));
        String proposal = propose("documenter", person, "returned");
        String grantee = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "missing-person", "record", person, "grantee", grantee))
                .statusCode(201);
        get("investigator", at).statusCode(200);
        get("investigator", "whereabouts/" + said).statusCode(200).body("unsourced", equalTo(true));
        get("investigator", at + "/status-proposals").body("items.id", hasItem(proposal));
        post("investigator", at + "/status-proposals", Map.of()).statusCode(404);
        decide("investigator", proposal, "confirmed").statusCode(404);
        get("documenter", at).body("status", equalTo("missing"));
    }

    private static String missing(String user) {
        return create(user, "missing-persons", Map.of("victim", Records.victim(user), "since", "2014-03-05"));
    }

    private static String propose(String user, String person, String status) {
        return create(
                user,
                "missing-persons/" + person + "/status-proposals",
                Records.sourced(user, Map.of("status", status, "date", "2016-01", "basis", "person-met")));
    }

    private static io.restassured.response.ValidatableResponse decide(String user, String proposal, String outcome) {
        return post(user, "missing-status-proposals/" + proposal + "/decisions", Map.of("outcome", outcome));
    }

    private void assertLogged(String proposal, List<String> users) {
        Subject subject = new Subject("missing-status-proposal", UUID.fromString(proposal));
        List<String> members =
                users.stream().map(user -> Enrolment.member(user).toString()).toList();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        chains.custody(subject, 0, 100).stream()
                                .filter(entry -> entry.event()
                                        .value(EventField.TYPE)
                                        .filter(type -> List.of("RECORD-CREATED", "RECORD-REVISED")
                                                .contains(type))
                                        .isPresent())
                                .map(entry -> String.valueOf(
                                        entry.event().value(EventField.ACTOR).orElse("")))
                                .toList())
                .containsExactlyElementsOf(members));
    }
}
