package org.aletheia.testimony.handin;

import static org.aletheia.testimony.handin.SomeStatement.PATH;
import static org.aletheia.testimony.handin.SomeStatement.body;
import static org.aletheia.testimony.handin.SomeStatement.consent;
import static org.aletheia.testimony.handin.SomeStatement.delegation;
import static org.aletheia.testimony.handin.SomeStatement.handIn;
import static org.aletheia.testimony.handin.SomeStatement.statement;
import static org.aletheia.testimony.handin.SomeStatement.with;
import static org.aletheia.testing.HandingIn.association;
import static org.aletheia.testing.HandingIn.fieldTeam;
import static org.aletheia.testing.HandingIn.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testimony.handin.SomeStatement.Given;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements that come in for the victims' association from the field team: on what they do, and when they do not. */
@QuarkusTest
@Tag("it")
class StatementHandInTest {
    @Test
    void whoIsNotToldMayNot() {
        List<Object> answers = new ArrayList<>();
        Map<String, Object> body = body();
        try (Delegating ofOtherKinds = Delegating.to("victims-org", "Field Team")) {
            assertThat(ofOtherKinds.id()).isNotEmpty();
            for (String owner :
                    List.of(association(), fieldTeam(), UUID.randomUUID().toString(), organisation("Commission"))) {
                answers.add(refused(with(body, "onBehalfOf", owner)));
            }
        }
        delegation().close();
        answers.add(refused(body));
        assertThat(answers.stream().distinct()).hasSize(1);
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            handIn("investigator", body).statusCode(403);
            handIn("admin", body).statusCode(403);
            handIn("documenter2", body).statusCode(400).body("findings.code", contains("no-delegation"));
            handIn("documenter", with(body, "onBehalfOf", "nobody"))
                    .statusCode(400)
                    .body("findings.pointer", contains("/onBehalfOf"));
            handIn("documenter", Map.of())
                    .statusCode(400)
                    .body("findings.pointer", containsInAnyOrder("/onBehalfOf", "/statement"));
        }
    }

    @Test
    void whoIsFrozenGetsNothing() throws Exception {
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Database.owner("update member_organisation set frozen_at = now(), frozen_reason = 'danger', frozen_by = '"
                    + Enrolment.member("admin") + "' where id = '" + association() + "'");
            try {
                refused(body());
            } finally {
                Database.owner("update member_organisation set frozen_at = null, frozen_reason = null, frozen_by = null"
                        + " where id = '" + association() + "'");
            }
            Given.of();
        }
    }

    @Test
    void aDelegationIsForStatementsWhereItSaysSo() {
        Records.post("victims-org", "delegations", Map.of("kinds", List.of("consent", "victim")))
                .body("findings.code", containsInAnyOrder("required", "required", "not-handed-in", "not-handed-in"));
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(Records.listedEntry("victims-org", "delegations", given.id()))
                    .containsEntry("kinds", List.of("item", "submission"));
        }
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Records.post(
                            "documenter",
                            "submissions",
                            Map.of(
                                    "title", "Interviews",
                                    "controller", "Field Team",
                                    "legalBasis", "consent of the data subjects",
                                    "retentionRule", "until-proceedings-end",
                                    "onBehalfOf", association()))
                    .statusCode(400)
                    .body("findings.code", contains("no-delegation"));
        }
    }

    /** A statement that says nothing of records there are; what links it, and what opens it, is for its owner. */
    @Test
    void itRefersToNothingThatIsThere() {
        String victim = Records.victim("documenter");
        String act = Records.act("documenter", Records.incident("documenter"));
        String item = Testimony.item("documenter");
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Map<String, Object> linked = with(statement(), "givenBy", SomeStatement.victim(victim));
            linked.put("items", List.of(Map.of("item", item, "role", "recording")));
            linked.put("acts", List.of(act));
            handIn("documenter", body(linked, consent("CS-STORE", "yes")))
                    .statusCode(400)
                    .body(
                            "findings.pointer",
                            containsInAnyOrder("/statement/givenBy", "/statement/items", "/statement/acts"))
                    .body("findings.code", contains("not-handed-in", "not-handed-in", "not-handed-in"));
            Map<String, Object> narrative = with(statement(), "kind", "claim-narrative");
            narrative.put(
                    "openTo",
                    List.of(Map.of(
                            "organisation", organisation("Commission"),
                            "scope", "CS-SHARE-ICC",
                            "consent", "C-12",
                            "consentedOn", "2026-03-05")));
            handIn("documenter", body(narrative, consent("CS-STORE", "yes")))
                    .statusCode(400)
                    .body("findings.pointer", contains("/statement/openTo"));
            String interpreter = Records.create("documenter", "persons", Map.of());
            Map<String, Object> helped = with(
                    statement(),
                    "circumstances",
                    Map.of(
                            "present",
                            List.of(Map.of(
                                    "capacity",
                                    "interpreter",
                                    "who",
                                    Map.of("person", Map.of("kind", "person", "id", interpreter))))));
            handIn("documenter", body(helped, consent("CS-STORE", "yes")))
                    .statusCode(400)
                    .body("findings.code", contains("reference-unknown"));
            Map<String, Object> ofAnother = consent("CS-STORE", "yes");
            ofAnother.put("subject", SomeStatement.victim(victim));
            ofAnother.put("records", List.of(Map.of("kind", "item", "id", item)));
            ofAnother.put("renews", UUID.randomUUID().toString());
            ofAnother.put("classification", "TLP:CLEAR");
            ofAnother.put("compartments", List.of());
            handIn("documenter", body(statement(), ofAnother))
                    .statusCode(400)
                    .body(
                            "findings.pointer",
                            containsInAnyOrder(
                                    "/consent/subject",
                                    "/consent/records",
                                    "/consent/renews",
                                    "/consent/classification",
                                    "/consent/compartments"));
        }
    }

    /** Where one part is refused nothing of the others is left. */
    @Test
    void allOfItComesInOrNothing() {
        String before = count();
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            handIn("documenter", body(statement(), with(consent("CS-STORE", "yes"), "informed", List.of())))
                    .statusCode(400)
                    .body("findings.pointer", contains("/consent/informed"));
            handIn("documenter", body(with(statement(), "kind", "song"), consent("CS-STORE", "yes")))
                    .statusCode(400)
                    .body("findings.pointer", contains("/statement/kind"));
            for (Map<String, Object> held : List.of(
                    with(statement(), "classification", "TLP:RED"),
                    with(statement(), "compartments", List.of("north")))) {
                handIn("documenter", body(held, consent("CS-STORE", "yes"))).statusCode(400);
            }
            Map<String, Object> guided = with(statement(), "kind", "recorded-interview");
            guided.put("protectionNeeds", List.of("child"));
            handIn("documenter", body(guided, consent("CS-STORE", "yes")))
                    .statusCode(409)
                    .body("code", equalTo("guidance-required"));
            assertThat(count()).isEqualTo(before);
            guided.put("guidanceReason", "mandated-body");
            Given.of(handIn("documenter", body(guided, consent("CS-STORE", "yes"))));
            assertThat(count()).isEqualTo(String.valueOf(Long.parseLong(before) + 3));
        }
    }

    @Test
    void theSameRequestGetsTheSameReceipts() {
        String key = UUID.randomUUID().toString();
        try (Delegating given = delegation()) {
            Given first = Given.of(keyed(key, body()));
            assertThat(Given.of(keyed(key, body()))).isEqualTo(first);
            keyed(key, body(statement(), consent("CS-ANALYSE", "yes"))).statusCode(422);
            given.end().statusCode(204);
            assertThat(Given.of(keyed(key, body()))).isEqualTo(first);
            refused(body());
        }
    }

    @Test
    void itsEndLeavesWhatCame() {
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        Given came;
        try (Delegating given = Delegating.to("victims-org", "Field Team", List.of("statement"), soon)) {
            assertThat(given.id()).isNotEmpty();
            came = Given.of();
        }
        refused(body());
        Records.get("victims-org", "statements/" + came.statement()).statusCode(200);
        assertThat(Records.listed("documenter", "handed-in")).contains(came.statement(), came.person(), came.consent());
    }

    @Test
    void aStatementComesWithoutAConsentToo() {
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Map<String, Object> body = with(body(), "consent", consent("CS-STORE", "yes"));
            body.remove("consent");
            handIn("documenter", body)
                    .statusCode(201)
                    .body("consent", nullValue())
                    .body("statement.kind", equalTo("statement"))
                    .body("person.kind", equalTo("victim"));
        }
    }

    private static Object refused(Map<String, ?> body) {
        return handIn("documenter", body)
                .statusCode(400)
                .body("findings.pointer", contains("/onBehalfOf"))
                .body("findings.code", contains("no-delegation"))
                .extract()
                .path("findings");
    }

    private static ValidatableResponse keyed(String key, Map<String, ?> body) {
        return Enrolment.as("documenter")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/" + PATH)
                .then();
    }

    /** Of everything that a hand-in writes. */
    private static String count() {
        return AdminDatabase.column("select (select count(*) from statement) + (select count(*) from victim)"
                        + " + (select count(*) from consent)")
                .getFirst();
    }
}
