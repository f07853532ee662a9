package org.aletheia.testimony.handin;

import static org.aletheia.testimony.handin.SomeStatement.DAY;
import static org.aletheia.testimony.handin.SomeStatement.body;
import static org.aletheia.testimony.handin.SomeStatement.consent;
import static org.aletheia.testimony.handin.SomeStatement.delegation;
import static org.aletheia.testimony.handin.SomeStatement.handIn;
import static org.aletheia.testimony.handin.SomeStatement.statement;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.HandingIn.association;
import static org.aletheia.testing.HandingIn.fieldTeam;
import static org.aletheia.testing.HandingIn.integrated;
import static org.aletheia.testing.HandingIn.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testimony.handin.SomeStatement.Given;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sees statements that were handed in: they are the association's, and the field team keeps receipts. */
@QuarkusTest
@Tag("it")
class StatementHandedInSightTest {
    @Test
    void itIsTheOwnersAndWhoHandedItInKeepsReceipts() {
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            ValidatableResponse answer = handIn("documenter", body())
                    .header("Location", containsString("/api/v1/handed-in/"))
                    .body("statement.onBehalfOf", equalTo(association()))
                    .body("statement.handedInBy", equalTo(fieldTeam()))
                    .body("statement.submission", nullValue())
                    .body("statement.receipt.digests", nullValue())
                    .body(not(containsString("first-account")));
            Given made = Given.of(answer);
            Records.get("victims-org", "statements/" + made.statement())
                    .statusCode(200)
                    .body("kind", equalTo("first-account"))
                    .body("givenBy.id", equalTo(made.person()))
                    .body("organisation", equalTo(association()));
            String pseudonym = Records.get("victims-org", "victims/" + made.person())
                    .statusCode(200)
                    .body("type", equalTo("individual"))
                    .extract()
                    .path("pseudonym");
            Records.get("victims-org", "consents/" + made.consent())
                    .statusCode(200)
                    .body("subject.id", equalTo(made.person()))
                    .body("records.id", contains(made.statement()));
            assertThat(answer.extract().asString()).doesNotContain(pseudonym);
            assertThat(Records.listed("documenter", "handed-in"))
                    .contains(made.statement(), made.person(), made.consent());
            Records.get("documenter", "handed-in/" + made.consent())
                    .body("statement", equalTo(made.statement()))
                    .body("kind", equalTo("consent"));
            for (String other : List.of("documenter2", "victims-org", "investigator", "admin")) {
                assertThat(Records.listed(other, "handed-in")).doesNotContain(made.statement(), made.person());
                Records.get(other, "handed-in/" + made.statement()).statusCode(404);
            }
            for (String member : List.of("documenter", "counsel2", "documenter2", "investigator", "auditor")) {
                unseen(member, made);
            }
        }
    }

    /** What the owner shares others see, and nothing that came with it. */
    @Test
    void aShareShowsTheStatementAlone() {
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Given made = Given.of(handIn("documenter", Map.of("onBehalfOf", association(), "statement", statement())));
            Records.get("investigator", "statements/" + made.statement()).statusCode(404);
            Records.create(
                    "victims-org",
                    "shares",
                    Map.of("kind", "statement", "record", made.statement(), "grantee", organisation("Commission")));
            Records.get("investigator", "statements/" + made.statement()).statusCode(200);
            Records.get("investigator", "victims/" + made.person()).statusCode(404);
            Records.get("documenter", "statements/" + made.statement()).statusCode(404);
        }
    }

    /** Everything by which who handed in could learn more of it, or do more with it. */
    @Test
    void whoHandedItInDoesNothingWithIt() {
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Given made = Given.of();
            Map<String, Object> revised =
                    SomeStatement.with(statement(), "givenBy", SomeStatement.victim(made.person()));
            Records.put("documenter", "statements/" + made.statement(), "\"r1\"", revised)
                    .statusCode(404);
            Records.post(
                            "documenter",
                            "consents/" + made.consent() + "/withdrawals",
                            Map.of("date", "2026-04-01", "recorded", "audio"))
                    .statusCode(404);
            Records.put(
                            "documenter",
                            "victims/" + made.person() + "/identity",
                            null,
                            Map.of("names", List.of(Map.of("language", "uk", "text", "Олена"))))
                    .statusCode(404);
            Records.post("documenter", "statements", revised)
                    .statusCode(400)
                    .body("findings.code", contains("reference-unknown"));
            Records.post(
                            "documenter",
                            "shares",
                            Map.of("kind", "statement", "record", made.statement(), "grantee", fieldTeam()))
                    .statusCode(404);
        }
    }

    @Test
    void searchAndCountsShowItToTheOwnerAlone() {
        int before = total("documenter");
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Given made = Given.of();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> search("victims-org").getList("hits.id").contains(made.statement()));
            assertThat(search("documenter").getList("hits.id")).doesNotContain(made.statement());
            assertThat(total("documenter")).isEqualTo(before);
        }
    }

    @Test
    void theLogAndTheReceiptsSayWhoHandedInForWhom() {
        ValidatableResponse answer;
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            answer = handIn("documenter", body()).statusCode(201);
        }
        for (String part : List.of("statement", "person", "consent")) {
            String event = "/api/v1/events/" + answer.extract().path(part + ".receipt.event");
            for (String side : List.of("documenter", "victims-org")) {
                assertThat(integrated(side, event).asString())
                        .contains("RECORD-CREATED", fieldTeam(), "onBehalfOf", association());
                assertThat(integrated(side, event + "/proof").asString()).contains("c2sp.org/tlog-proof");
                as(side).accept("text/html")
                        .header("Accept-Language", "en")
                        .get(event + "/receipt")
                        .then()
                        .statusCode(200)
                        .body(containsString("On behalf of organisation"), containsString(association()));
            }
            for (String other : List.of("documenter2", "investigator", "admin")) {
                as(other).get(event).then().statusCode(404);
            }
        }
        Given made = Given.of(answer);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(made.statement())))
                .containsSubsequence("RECORD-CREATED", "CE-CONSENT-CHANGED");
        String changed = AdminDatabase.column(
                        "select event_id from journal where event_type = 'CE-CONSENT-CHANGED' and ? = any (subject_ids)",
                        UUID.fromString(made.statement()))
                .getFirst();
        as("documenter").get("/api/v1/events/" + changed).then().statusCode(404);
    }

    /** What the person said no to closes the statement in the transaction that brings it in. */
    @Test
    void theConsentBindsFromTheFirstMoment() {
        try (Delegating given = delegation()) {
            assertThat(given.id()).isNotEmpty();
            Given limited = Given.of(handIn("documenter", body(statement(), consent("CS-ANALYSE", "no"))));
            assertThat(closures(limited)).containsExactly("consent-limits");
            Given open = Given.of();
            assertThat(closures(open)).isEmpty();
            Records.post(
                            "victims-org",
                            "consents/" + open.consent() + "/withdrawals",
                            Map.of("date", "2026-04-01", "recorded", "audio"))
                    .statusCode(200);
            assertThat(closures(open)).containsExactly("consent-withdrawn");
            Records.get("documenter", "handed-in/" + open.statement()).statusCode(200);
        }
    }

    /** Behind the policy the database lets nothing in that was not just written to come in, and shows nothing of it. */
    @Test
    void theWallStandsBehindIt() throws SQLException {
        String caller = "select set_config('aletheia.orgs', '{" + fieldTeam() + "}', false),"
                + " set_config('aletheia.clearance', '{TLP:AMBER}', false); ";
        String kept = "insert into hand_in (record_id, kind, statement, handed_in_by, on_behalf_of, delegation,"
                + " classification, member, received_at, event_id, entry) values ('%s', '%s', '%s', '" + fieldTeam()
                + "', '" + association() + "', '%s', 'TLP:AMBER', '" + Enrolment.member("documenter")
                + "', now(), gen_random_uuid(), sha256('')); ";
        String record = "insert into %s (id, owner_org, classification, compartments, revision, created_at, revised_at,"
                + " content) values ('%s', '%s', 'TLP:AMBER', '%s', 1, now(), now(), '%s'); ";
        String content = "{\"kind\": \"first-account\"}";
        String id = UUID.randomUUID().toString();
        try (Delegating given = delegation()) {
            String let = kept.formatted(id, "statement", id, given.id());
            String rightly = record.formatted("statement", id, association(), "{}", content);
            Database.as("aletheia_app", "begin; " + caller + let + rightly + "rollback");
            for (String wrongly : List.of(
                    rightly,
                    let + record.formatted("statement", UUID.randomUUID(), association(), "{}", content),
                    let + record.formatted("statement", id, association(), "{north}", content),
                    let + record.formatted("statement", id, organisation("Commission"), "{}", content),
                    let + record.formatted("consent", id, association(), "{}", "{}"),
                    let + record.formatted("victim", id, association(), "{}", "{}"),
                    kept.formatted(id, "submission", id, given.id()),
                    kept.formatted(id, "statement", id, UUID.randomUUID()))) {
                assertThatThrownBy(() -> Database.as("aletheia_app", "begin; " + caller + wrongly + "rollback"))
                        .as(wrongly)
                        .hasMessageContaining("row-level security");
            }
            Given made = Given.of();
            Database.as("aletheia_app", caller + """
                    do $$ begin
                        if exists (select from statement where id = '%1$s') or exists (select from victim where id = '%2$s')
                            or exists (select from consent where id = '%3$s')
                            or exists (select from revision where subject_id in ('%1$s', '%2$s', '%3$s'))
                            or exists (select from record_reference where from_id in ('%1$s', '%3$s'))
                            or (select count(*) from hand_in where statement = '%1$s') <> 3 then
                            raise exception 'the wall shows what it should not';
                        end if;
                    end $$""".formatted(made.statement(), made.person(), made.consent()));
        }
        assertThatThrownBy(() -> Database.as(
                        "aletheia_app",
                        "begin; " + caller
                                + record.formatted("statement", id, association(), "{}", content)
                                + "rollback"))
                .hasMessageContaining("row-level security");
    }

    private static void unseen(String member, Given made) {
        for (Map.Entry<String, String> each : Map.of(
                        "statement", made.statement(), "victim", made.person(), "consent", made.consent())
                .entrySet()) {
            String path = each.getKey() + "s/" + each.getValue();
            Records.get(member, path).statusCode(404);
            Records.get(member, path + "/revisions").statusCode(404);
            assertThat(Records.listed(member, each.getKey() + "s")).doesNotContain(each.getValue());
            Records.get(member, "shares?kind=" + each.getKey() + "&record=" + each.getValue())
                    .statusCode(404);
            as(member)
                    .queryParams("kind", each.getKey(), "id", each.getValue(), "intent", "read")
                    .get("/api/v1/access/explain")
                    .then()
                    .statusCode(404);
        }
        assertThat(Records.listed(member, "statements?givenBy=" + made.person()))
                .isEmpty();
        Records.get(member, "consents/" + made.consent() + "/recipients").statusCode(404);
    }

    private static JsonPath search(String member) {
        return as(member)
                .queryParams("kind", "statement", "from", DAY, "to", DAY, "limit", 200)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int total(String member) {
        return search(member).getInt("total.value");
    }

    private static List<String> closures(Given made) {
        return AdminDatabase.column(
                "select ground from closure where record_id = ? and ended_at is null",
                UUID.fromString(made.statement()));
    }
}
