package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.OutputStream;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The field team hands in for the victims' association: what comes is the association's, and the field team keeps receipts. Two
 * field teams do it for each other where counsel of the owner is needed.
 */
@QuarkusTest
@Tag("it")
class HandInTest {
    private static final String SERVICE = "outsider";
    /** While bytes come a deposit does not expire. */
    private static final String BEGUN =
            "select count(*) from deposit where id = ? and expires_at > now() + interval '5 minutes'";

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
    void theSameBytesGetTheSameReceiptAndOthersDoNot() {
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            Map<String, Object> body = new HashMap<>(Evidence.SUBMISSION);
            body.put("onBehalfOf", association());
            String submission =
                    keyed("k-submission", body).then().statusCode(201).extract().path("id");
            keyed("k-submission", body).then().statusCode(201).body("id", equalTo(submission));
            body.remove("onBehalfOf");
            keyed("k-submission", body).then().statusCode(422);

            String deposit = Evidence.deposit("documenter", submission, Map.of());
            String item = Evidence.fill("documenter", deposit, bytes("sent twice"));
            Evidence.put("documenter", deposit, bytes("sent twice"))
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(item))
                    .body("kind", equalTo("item"))
                    .body("metadata", nullValue());
            Evidence.put("documenter", deposit, bytes("something else"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("deposit-closed"));

            String first = form(submission)
                    .statusCode(201)
                    .body("kind", equalTo("item"))
                    .extract()
                    .path("id");
            form(submission).statusCode(200).body("id", equalTo(first)).body("metadata", nullValue());
            given.end().statusCode(204);
            Evidence.put("documenter", deposit, bytes("sent twice"))
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(item));
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
    void withoutADelegationNobodyLearnsWhoTrustsWhom() {
        List<Object> answers = new ArrayList<>();
        try (Delegating toAnother = Delegating.to("victims-org", "Field Team Two")) {
            assertThat(toAnother.id()).isNotEmpty();
            for (String owner :
                    List.of(association(), fieldTeam(), UUID.randomUUID().toString(), organisation("Commission"))) {
                answers.add(handIn("documenter", owner, Map.of())
                        .statusCode(400)
                        .body("findings.pointer", contains("/onBehalfOf"))
                        .body("findings.code", contains("no-delegation"))
                        .extract()
                        .path("findings"));
            }
        }
        Delegating.to("victims-org", "Field Team").close();
        answers.add(handIn("documenter", association(), Map.of())
                .statusCode(400)
                .extract()
                .path("findings"));
        assertThat(answers.stream().distinct()).hasSize(1);
        handIn("investigator", association(), Map.of()).statusCode(403);
        handIn("documenter", "nobody", Map.of()).statusCode(400).body("findings.pointer", contains("/onBehalfOf"));
    }

    @Test
    void itsEndStopsWhatIsToComeAndLeavesWhatCame() {
        Delegating given = Delegating.to("victims-org", "Field Team");
        try (given) {
            String submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            String item =
                    Evidence.fill("documenter", Evidence.deposit("documenter", submission, Map.of()), bytes("came"));
            String begun = Evidence.deposit("documenter", submission, Map.of());
            given.end().statusCode(204);
            handIn("documenter", association(), Map.of()).statusCode(400);
            Records.post("documenter", "submissions/" + submission + "/deposits", Evidence.metadata(Map.of()))
                    .statusCode(404);
            Evidence.put("documenter", begun, bytes("too late")).then().statusCode(404);
            Records.get("victims-org", "items/" + item).statusCode(200);
            assertThat(Records.listed("documenter", "handed-in")).contains(submission, item);
            assertThat(Records.listed("victims-org", "items?submission=" + submission))
                    .containsExactly(item);
        }
        try (Delegating again = Delegating.to("victims-org", "Field Team")) {
            assertThat(again.id()).isNotEqualTo(given.id());
            handIn("documenter", association(), Map.of()).statusCode(201);
        }
    }

    /** It is asked again when the bytes are there: what is received was let in at that moment. */
    @Test
    void itsEndOvertakesBytesThatAreUnderWay() throws Exception {
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            String submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            String deposit = Evidence.deposit("documenter", submission, Map.of());
            Kept.change(
                    "update deposit set expires_at = now() + interval '1 minute' where id = ?",
                    UUID.fromString(deposit));
            try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
                socket.setSoTimeout(20_000);
                OutputStream out = socket.getOutputStream();
                out.write(bytes("PUT /api/v1/deposits/" + deposit
                        + "/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + Tokens.of("documenter")
                        + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\n"));
                out.write(new byte[60_000]);
                out.flush();
                await().atMost(Duration.ofSeconds(60)).until(() -> Kept.rows(BEGUN, UUID.fromString(deposit)) == 1);
                given.end().statusCode(204);
                out.write(new byte[40_000]);
                out.flush();
                assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 404");
            }
            assertThat(Records.listed("victims-org", "items?submission=" + submission))
                    .isEmpty();
            Records.get("documenter", "deposits/" + deposit).statusCode(200).body("item", nullValue());
        }
    }

    @Test
    void itEndsByItself() {
        Instant soon = Instant.now().plus(Duration.ofSeconds(3));
        try (Delegating given = Delegating.to("victims-org", "Field Team", null, soon)) {
            assertThat(given.id()).isNotEmpty();
            handIn("documenter", association(), Map.of()).statusCode(201);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> handIn("documenter", association(), Map.of())
                                    .extract()
                                    .statusCode()
                            == 400);
            assertThat(Instant.now()).isAfterOrEqualTo(soon);
        }
    }

    @Test
    void itIsForTheKindsThatItNames() {
        String submission;
        try (Delegating whole = Delegating.to("victims-org", "Field Team")) {
            assertThat(whole.id()).isNotEmpty();
            submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        Instant later = Instant.now().plus(Duration.ofHours(1));
        try (Delegating items = Delegating.to("victims-org", "Field Team", List.of("item"), later)) {
            assertThat(items.id()).isNotEmpty();
            handIn("documenter", association(), Map.of())
                    .statusCode(400)
                    .body("findings.code", contains("no-delegation"));
            Evidence.fill("documenter", Evidence.deposit("documenter", submission, Map.of()), bytes("an item"));
        }
        try (Delegating covers = Delegating.to("victims-org", "Field Team", List.of("submission"), later)) {
            assertThat(covers.id()).isNotEmpty();
            handIn("documenter", association(), Map.of()).statusCode(201);
            Records.post("documenter", "submissions/" + submission + "/deposits", Evidence.metadata(Map.of()))
                    .statusCode(404);
        }
    }

    /** Others of the owner's material, and that of others, are as closed as before. */
    @Test
    void nothingOfTheOwnersIsAddedToButWhatWasHandedIn() {
        String own = Evidence.submission("victims-org");
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            Response toOwners =
                    as("documenter").body(Evidence.metadata(Map.of())).post("/api/v1/submissions/" + own + "/deposits");
            toOwners.then().statusCode(404);
            String submission = handIn("documenter", association(), Map.of("compartments", List.of("north")))
                    .statusCode(400)
                    .body("findings.code", contains("compartment-not-held"))
                    .extract()
                    .path("id");
            assertThat(submission).isNull();
            handIn("documenter", association(), Map.of("classification", "TLP:RED"))
                    .statusCode(400)
                    .body("findings.code", contains("classification-above-clearance"));
            String handedIn = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            Records.post("documenter2", "submissions/" + handedIn + "/deposits", Evidence.metadata(Map.of()))
                    .statusCode(404);
            String mine = Evidence.item("documenter", bytes("the team's own"), Map.of());
            Records.get("victims-org", "items/" + mine).statusCode(404);
        }
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

    @Test
    void nothingComesInForWhomIsFrozen() throws Exception {
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            String submission = handIn("documenter", association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            Database.owner("update member_organisation set frozen_at = now(), frozen_reason = 'danger', frozen_by = '"
                    + Enrolment.member("admin") + "' where id = '" + association() + "'");
            try {
                handIn("documenter", association(), Map.of()).statusCode(400);
                Records.post("documenter", "submissions/" + submission + "/deposits", Evidence.metadata(Map.of()))
                        .statusCode(404);
            } finally {
                Database.owner("update member_organisation set frozen_at = null, frozen_reason = null, frozen_by = null"
                        + " where id = '" + association() + "'");
            }
            handIn("documenter", association(), Map.of()).statusCode(201);
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

    @Test
    void aServiceNeedsTheScope() {
        String service = Records.post(
                        "admin",
                        "member-organisations/" + fieldTeam() + "/members",
                        Map.of(
                                "issuer", Tokens.issuer(SERVICE),
                                "subject", Tokens.subject(SERVICE),
                                "roles", List.of("documenter"),
                                "clearance", "TLP:AMBER+STRICT",
                                "until", Instant.now().plus(Duration.ofDays(30)).toString(),
                                "reason", "A program",
                                "service",
                                        Map.of(
                                                "owner", Enrolment.member("counsel2"),
                                                "scopes", List.of("create:submission", "read:item"))))
                .statusCode(201)
                .extract()
                .path("id");
        try (Delegating given = Delegating.to("victims-org", "Field Team")) {
            assertThat(given.id()).isNotEmpty();
            String submission = handIn(SERVICE, association(), Map.of())
                    .statusCode(201)
                    .extract()
                    .path("id");
            Records.post(SERVICE, "submissions/" + submission + "/deposits", Evidence.metadata(Map.of()))
                    .statusCode(403);
            assertThat(Records.listed(SERVICE, "handed-in")).isEmpty();
            Records.get(SERVICE, "handed-in/" + submission).statusCode(404);
            Delegating.ask(SERVICE, "Field Team Two", null, Instant.now().plusSeconds(60))
                    .statusCode(403);
        } finally {
            as("admin")
                    .header("If-Match", "\"r1\"")
                    .delete("/api/v1/members/" + service)
                    .then()
                    .statusCode(200);
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

    private static List<String> found(String member, String word) {
        return as(member)
                .queryParam("q", word)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("hits.id");
    }

    private static ValidatableResponse handIn(String user, String owner, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Evidence.SUBMISSION);
        body.put("onBehalfOf", owner);
        body.putAll(more);
        return Records.post(user, "submissions", body);
    }

    private static Response keyed(String key, Map<String, ?> body) {
        return as("documenter").header("Idempotency-Key", key).body(body).post("/api/v1/submissions");
    }

    private static ValidatableResponse form(String submission) {
        return as("documenter")
                .contentType("multipart/form-data")
                .header("Idempotency-Key", "k-form-" + submission)
                .multiPart("metadata", "{\"title\":\"Note\",\"kind\":\"document\"}", "application/json")
                .multiPart("file", "f.bin", new byte[3_000], "application/octet-stream")
                .post("/api/v1/submissions/" + submission + "/items")
                .then();
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

    private static Response integrated(String user, String event) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> as(user).get(event), answer -> answer.statusCode() == 200);
    }

    private static String association() {
        return organisation("Victims Association");
    }

    private static String fieldTeam() {
        return organisation("Field Team");
    }

    private static String organisation(String name) {
        return Enrolment.organisation(name).toString();
    }
}
