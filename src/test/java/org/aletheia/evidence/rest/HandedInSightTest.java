package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.evidence.rest.Evidence.handIn;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.HandingIn.association;
import static org.aletheia.testing.HandingIn.fieldTeam;
import static org.aletheia.testing.HandingIn.found;
import static org.aletheia.testing.HandingIn.integrated;
import static org.aletheia.testing.HandingIn.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who sees what was handed in: what comes is the association's, and the field team keeps receipts. Two field teams do it for each
 * other where counsel of the owner is needed.
 */
@QuarkusTest
@Tag("it")
class HandedInSightTest {

    @Test
    void whatIsHandedInIsTheOthersAndWhoHandedItInKeepsAReceipt() {
        byte[] content = bytes("for the association");
        String word = "handedin" + UUID.randomUUID().toString().replace("-", "");
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            String submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .header("Location", containsString("/api/v1/handed-in/"))
                    .body("kind", equalTo("submission"))
                    .body("onBehalfOf", equalTo(association()))
                    .body("handedInBy", equalTo(fieldTeam()))
                    .body("receipt.event", notNullValue())
                    .body("receipt.digests", nullValue())
                    .body("title", nullValue())
                    .extract()
                    .path("id");
            String deposit = Evidence.deposit(
                    "documenter", submission, Map.of("title", word, "mayIdentifyProtectedPerson", false));
            ValidatableResponse received = Evidence.put("documenter", deposit, content)
                    .then()
                    .statusCode(201)
                    .body("kind", equalTo("item"))
                    .body("submission", equalTo(submission))
                    .body("onBehalfOf", equalTo(association()))
                    .body("metadata", nullValue())
                    .body("receipt.length", equalTo(content.length))
                    .body(
                            "receipt.digests.'sha-256'",
                            equalTo(Digest.sha256(content).hex()))
                    .body("receipt.document", notNullValue());
            String item = received.extract().path("id");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> found("victims-org", word).contains(item));
            for (String member : List.of("documenter", "counsel2", "documenter2", "investigator", "auditor")) {
                unseen(member, submission, item);
                assertThat(found(member, word)).as(member).isEmpty();
            }
            assertThat(Records.listed("documenter", "handed-in")).contains(submission, item);
            assertThat(Records.listed("counsel2", "handed-in")).contains(item);
            for (String other : List.of("documenter2", "victims-org", "investigator", "admin")) {
                assertThat(Records.listed(other, "handed-in")).doesNotContain(submission, item);
                Records.get(other, "handed-in/" + item).statusCode(404);
            }
            Records.get("documenter", "handed-in/" + item)
                    .body("receipt.event", equalTo(received.extract().path("receipt.event")))
                    .body("receipt.document", nullValue());
            Records.get("documenter", "deposits/" + deposit).body("item", equalTo(item));

            Records.get("victims-org", "submissions/" + submission)
                    .statusCode(200)
                    .body("organisation", equalTo(association()))
                    .body("handedInBy", equalTo(fieldTeam()));
            Records.get("victims-org", "items/" + item).statusCode(200).body("organisation", equalTo(association()));
            as("victims-org")
                    .get("/api/v1/items/" + item + "/content?acknowledge=unreviewed")
                    .then()
                    .statusCode(200)
                    .body(equalTo("for the association"));
            assertThat(Records.listed("victims-org", "items?submission=" + submission))
                    .containsExactly(item);
            assertThat(closures(item)).as("nobody claimed a privilege").isEmpty();
        }
    }

    @Test
    void theLogAndTheReceiptSayWhoHandedInForWhom() {
        String submission;
        ValidatableResponse received;
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            ValidatableResponse made =
                    handIn("documenter", association(), Map.of()).statusCode(201);
            submission = made.extract().path("id");
            String deposit = Evidence.deposit("documenter", submission, Map.of());
            received =
                    Evidence.put("documenter", deposit, bytes("told of")).then().statusCode(201);
            String created = "/api/v1/events/" + made.extract().path("receipt.event");
            assertThat(integrated("victims-org", created).asString())
                    .contains("RECORD-CREATED", fieldTeam(), "onBehalfOf", association());
        }
        String item = received.extract().path("id");
        String event = "/api/v1/events/" + received.extract().path("receipt.event");
        for (String side : List.of("documenter", "victims-org")) {
            assertThat(integrated(side, event).asString())
                    .contains("CE-RECEIVED", fieldTeam(), "onBehalfOf", association());
            assertThat(integrated(side, event + "/proof").asString()).contains("c2sp.org/tlog-proof");
            as(side).accept("text/html")
                    .header("Accept-Language", "en")
                    .get(event + "/receipt")
                    .then()
                    .statusCode(200)
                    .body(containsString("Handed in by organisation"), containsString(fieldTeam()))
                    .body(containsString("On behalf of organisation"), containsString(association()));
        }
        for (String other : List.of("documenter2", "investigator", "admin")) {
            as(other).get(event).then().statusCode(404);
            as(other).get(event + "/receipt").then().statusCode(404);
        }
        assertThat(AdminDatabase.eventsOf(UUID.fromString(item))).contains("CE-RECEIVED");
        assertThat(AdminDatabase.eventsOf(UUID.fromString(submission))).contains("RECORD-CREATED");
    }

    @Test
    void whatIsHandedInGoesToNobodyByItself() {
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            String submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            Records.create(
                    "victims-org",
                    "shares",
                    Map.of("kind", "submission", "record", submission, "grantee", organisation("Commission")));
            String item =
                    Evidence.fill("documenter", Evidence.deposit("documenter", submission, Map.of()), bytes("later"));
            Records.get("investigator", "submissions/" + submission).statusCode(200);
            Records.get("investigator", "items/" + item).statusCode(404);
            Records.create(
                    "victims-org",
                    "shares",
                    Map.of("kind", "item", "record", item, "grantee", organisation("Commission")));
            Records.get("investigator", "items/" + item).statusCode(200);
        }
    }

    @Test
    void privilegeIsTheOwnersMatterAndReachesWhatIsHandedIn() {
        try (Delegating given = Delegating.to("documenter", "Field Team Two")) {
            assertThat(given.id()).isNotEmpty();
            String claimed = handIn(
                            "documenter2", fieldTeam(), Map.of("privilege", Map.of("kind", "journalist-source")))
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(closures(added(claimed))).containsExactly("privilege");
            String open = handIn("documenter2", fieldTeam(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(closures(added(open))).isEmpty();
            rule(open, "asserted");
            assertThat(closures(added(open))).as("by counsel's word").containsExactly("privilege");
            rule(open, "waived");
            assertThat(closures(added(open))).isEmpty();
            Records.post("documenter2", "submissions/" + open + "/privilege-rulings", Map.of("ruling", "upheld"))
                    .statusCode(404);
        }
    }

    /** Behind the policy the database lets nothing in without a delegation, and shows nothing with one. */
    @Test
    void theWallStandsBehindIt() throws SQLException {
        String member = Enrolment.member("documenter").toString();
        String caller = "select set_config('aletheia.orgs', '{" + fieldTeam() + "}', false),"
                + " set_config('aletheia.clearance', '{TLP:AMBER}', false); ";
        String add = """
                insert into submission (id, owner_org, classification, compartments, revision, created_at, revised_at, member,
                                        handed_in_by, statement)
                values (gen_random_uuid(), '%s', 'TLP:AMBER', '%s', 1, now(), now(), '%s', '%s', '{}')""";
        String rightly = add.formatted(association(), "{}", member, fieldTeam());
        assertThatThrownBy(() -> Database.as("aletheia_app", caller + rightly))
                .hasMessageContaining("row-level security");
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            Database.as("aletheia_app", "begin; " + caller + rightly + "; rollback");
            for (String wrongly : List.of(
                    add.formatted(association(), "{north}", member, fieldTeam()),
                    add.formatted(association(), "{}", member, association()),
                    add.formatted(organisation("Commission"), "{}", member, fieldTeam()))) {
                assertThatThrownBy(() -> Database.as("aletheia_app", caller + wrongly))
                        .hasMessageContaining("row-level security");
            }
            String submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            Database.as("aletheia_app", caller + """
                    do $$ begin
                        if exists (select from submission where id = '%1$s')
                            or exists (select from revision where subject_id = '%1$s')
                            or not exists (select from hand_in where record_id = '%1$s') then
                            raise exception 'the wall shows what it should not';
                        end if;
                    end $$""".formatted(submission));
        }
    }

    private static void unseen(String member, String submission, String item) {
        Records.get(member, "submissions/" + submission).statusCode(404);
        Records.get(member, "items/" + item).statusCode(404);
        Records.get(member, "items/" + item + "/custody").statusCode(404);
        Records.get(member, "items/" + item + "/content").statusCode(404);
        Records.get(member, "shares?kind=item&record=" + item).statusCode(404);
        assertThat(Records.listed(member, "items?submission=" + submission)).isEmpty();
        assertThat(Records.listed(member, "submissions")).doesNotContain(submission);
        as(member)
                .queryParams("kind", "item", "id", item, "intent", "read")
                .get("/api/v1/access/explain")
                .then()
                .statusCode(404);
    }

    private static String added(String submission) {
        return Evidence.fill("documenter2", Evidence.deposit("documenter2", submission, Map.of()), bytes(submission));
    }

    private static void rule(String submission, String ruling) {
        Records.post("counsel2", "submissions/" + submission + "/privilege-rulings", Map.of("ruling", ruling))
                .statusCode(201);
    }

    private static List<String> closures(String item) {
        return AdminDatabase.column(
                "select ground from closure where record_id = ? and ended_at is null", UUID.fromString(item));
    }
}
