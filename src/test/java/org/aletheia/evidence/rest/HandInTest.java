package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.evidence.rest.Evidence.handIn;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.HandingIn.association;
import static org.aletheia.testing.HandingIn.fieldTeam;
import static org.aletheia.testing.HandingIn.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Database;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes in for the victims' association from the field team: on what it does, and when it does not. */
@QuarkusTest
@Tag("it")
class HandInTest {
    private static final String SERVICE = "outsider";

    /** While bytes come a deposit does not expire. */
    private static final String BEGUN =
            "select count(*) from deposit where id = ? and expires_at > now() + interval '5 minutes'";

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
}
