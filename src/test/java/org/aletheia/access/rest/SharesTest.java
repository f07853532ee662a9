package org.aletheia.access.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.Purpose;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SharesTest {
    private static final String SHARES = "/api/v1/shares";

    @Test
    void aShareOpensAndItsEndClosesAtOnce() {
        String submission = submission();
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(404);
        Response given = share(submission, Map.of());
        given.then().statusCode(201).body("grantee", equalTo(commission()));
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(200);

        String id = given.path("id");
        as("documenter").delete(SHARES + "/" + id).then().statusCode(204);
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(404);
        as("documenter").delete(SHARES + "/" + id).then().statusCode(404);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(submission)))
                .containsSubsequence("CE-ACCESS-DENIED", "GOV-SHARE-GIVEN", "GOV-SHARE-ENDED");
    }

    @Test
    void aShareEndsByItselfAndNotBeforeItsTime() {
        String submission = submission();
        Instant soon = Instant.now().plus(Duration.ofSeconds(3));
        share(submission, Map.of("until", soon.toString())).then().statusCode(201);
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as("investigator")
                                .get("/api/v1/submissions/" + submission)
                                .statusCode()
                        == 404);
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }

    @Test
    void aShareIsGivenForLongerOrForLess() {
        String submission = submission();
        String item = item(submission);
        Instant first = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        String id = share(submission, Map.of("until", first.toString())).path("id");
        until("documenter", id, "2999-01-01T00:00:00Z").statusCode(200).body("until", equalTo("2999-01-01T00:00:00Z"));
        assertThat(AdminDatabase.column(
                        "select count(*) from share where ends_at = '2999-01-01T00:00:00Z' and record_id in (?, ?)",
                        UUID.fromString(submission),
                        UUID.fromString(item)))
                .containsExactly("2");
        until("investigator", id, "2999-01-01T00:00:00Z").statusCode(404);
        until("documenter", id, "2001-01-01T00:00:00Z").statusCode(400).body("findings.code", contains("in-the-past"));

        Instant soon = Instant.now().plus(Duration.ofSeconds(2));
        until("documenter", id, soon.toString()).statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as("investigator").get("/api/v1/items/" + item).statusCode() == 404);
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        until("documenter", id, "2999-01-01T00:00:00Z").statusCode(404);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(submission)))
                .containsSubsequence("GOV-SHARE-GIVEN", "GOV-SHARE-UNTIL", "GOV-SHARE-UNTIL");
    }

    @Test
    void aShareForSomePurposesOpensToWhoDeclaresOneOfThemAndIsNarrowedWithItsParts() {
        String submission = submission();
        String item = item(submission);
        Response given = share(submission, Map.of("purposes", List.of("investigation", "reparation")));
        given.then().statusCode(201).body("purposes", contains("investigation", "reparation"));
        String id = given.path("id");
        String later = item(submission);
        for (String path : List.of("submissions/" + submission, "items/" + item, "items/" + later)) {
            assertThat(read(path, null)).as(path).isEqualTo(404);
            assertThat(read(path, "case-preparation")).as(path).isEqualTo(404);
            assertThat(read(path, "investigation")).as(path).isEqualTo(200);
        }
        narrow("documenter", id, "case-preparation")
                .statusCode(400)
                .body("findings.pointer", contains("/purposes"))
                .body("findings.code", contains("not-among-those-given"));
        narrow("investigator", id, "reparation").statusCode(404);
        narrow("documenter", id, "reparation").statusCode(200).body("purposes", contains("reparation"));
        for (String path : List.of("submissions/" + submission, "items/" + item, "items/" + later)) {
            assertThat(read(path, "investigation")).as(path).isEqualTo(404);
        }
        as("documenter")
                .queryParams("kind", "submission", "record", submission)
                .get(SHARES)
                .then()
                .body("items.purposes", contains(List.of("reparation")));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(later)))
                .containsSubsequence("GOV-SHARE-GIVEN", "GOV-SHARE-PURPOSES");
    }

    @Test
    void whatEndedByItselfIsNotInTheWayOfANewShare() {
        String submission = submission();
        Instant soon = Instant.now().plus(Duration.ofSeconds(1));
        share(submission, Map.of("until", soon.toString())).then().statusCode(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> Instant.now().isAfter(soon.plusSeconds(1)));
        as("documenter")
                .queryParams("kind", "submission", "record", submission)
                .get(SHARES)
                .then()
                .body("items", hasSize(0));
        share(submission, Map.of()).then().statusCode(201);
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(200);
    }

    @Test
    void nobodySharesWhatIsNotTheirs() {
        String submission = submission();
        share(submission, Map.of()).then().statusCode(201);
        for (String other : new String[] {"documenter2", "investigator", "victims-org", "auditor", "admin"}) {
            share(
                            other,
                            submission,
                            Enrolment.organisation("Victims Association").toString(),
                            Map.of())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void onlyTheOwnerSeesAndEndsAShare() {
        String submission = submission();
        String id = share(submission, Map.of()).path("id");
        as("investigator").delete(SHARES + "/" + id).then().statusCode(404);
        as("investigator")
                .queryParam("kind", "submission")
                .queryParam("record", submission)
                .get(SHARES)
                .then()
                .statusCode(404);
        as("documenter")
                .queryParam("kind", "submission")
                .queryParam("record", submission)
                .get(SHARES)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.id", contains(id));
    }

    @Test
    void whatIsWrongWithARequestIsSaid() {
        String submission = submission();
        share("documenter", submission, Enrolment.organisation("Field Team").toString(), Map.of())
                .then()
                .statusCode(400)
                .body("findings.pointer", contains("/grantee"));
        share(submission, Map.of("until", "2001-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("findings.pointer", contains("/until"));
        share(submission, Map.of("purposes", List.of("audit", "curiosity")))
                .then()
                .statusCode(400)
                .body("findings.pointer", contains("/purposes/1"))
                .body("findings.code", contains("purpose-unknown"));
        share(submission, Map.of("purposes", List.of())).then().statusCode(400);
        share(submission, Map.of("kind", "planet")).then().statusCode(400).body("findings.pointer", contains("/kind"));
        share(submission, Map.of()).then().statusCode(201);
        share(submission, Map.of()).then().statusCode(409);
    }

    @Test
    void whatAWithdrawnShareHidSearchLeavesOutFromItsCommit() {
        String submission = submission();
        String id = share(submission, Map.of()).path("id");
        as("documenter").delete(SHARES + "/" + id).then().statusCode(204);
        as("investigator")
                .queryParam("q", "Withdrawn")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("hits.findAll { it.id == '" + submission + "' }", hasSize(0));
    }

    private static String submission() {
        return as("documenter")
                .body(Map.of(
                        "title", "Withdrawn delivery",
                        "controller", "Field Team",
                        "legalBasis", "made-up material",
                        "retentionRule", "five-years"))
                .post("/api/v1/submissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String item(String submission) {
        String deposit = as("documenter")
                .body(Map.of("title", "Note", "kind", "document"))
                .post("/api/v1/submissions/" + submission + "/deposits")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return as("documenter")
                .contentType("application/octet-stream")
                .body("a note".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int read(String path, @Nullable String purpose) {
        RequestSpecification investigator = as("investigator");
        return (purpose == null ? investigator : investigator.header(Purpose.HEADER, purpose))
                .get("/api/v1/" + path)
                .statusCode();
    }

    private static ValidatableResponse narrow(String user, String share, String purpose) {
        return as(user).body(Map.of("purposes", List.of(purpose)))
                .put(SHARES + "/" + share + "/purposes")
                .then();
    }

    private static ValidatableResponse until(String user, String share, String end) {
        return as(user).body(Map.of("until", end)).put(SHARES + "/" + share).then();
    }

    private static Response share(String submission, Map<String, ?> other) {
        return share("documenter", submission, commission(), other);
    }

    private static Response share(String user, String submission, String grantee, Map<String, ?> other) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", "submission", "record", submission, "grantee", grantee));
        body.putAll(other);
        return as(user).body(body).post(SHARES);
    }

    private static String commission() {
        return Enrolment.organisation("Commission").toString();
    }
}
