package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Creates that are sent again under the same {@code Idempotency-Key}. */
@QuarkusTest
@Tag("it")
class RepeatedCreateIT {
    private static final String METADATA = "{\"title\":\"once\",\"kind\":\"document\"}";

    @Test
    void aSubmissionIsMadeOnce() {
        String key = UUID.randomUUID().toString();
        String first = submit(key, Evidence.SUBMISSION)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Kept.views(first)).isZero();
        submit(key, Evidence.SUBMISSION).then().statusCode(201).body("id", equalTo(first));
        assertThat(Kept.views(first)).isEqualTo(1);
        Map<String, Object> other =
                Map.of("title", "other", "controller", "c", "legalBasis", "l", "retentionRule", "five-years");
        submit(key, other).then().statusCode(422).body("code", equalTo("idempotency-mismatch"));
    }

    @Test
    void aDepositIsOpenedOnce() {
        String submission = Evidence.submission("documenter");
        String key = UUID.randomUUID().toString();
        String first = deposit(submission, key, Map.of())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        deposit(submission, key, Map.of()).then().statusCode(201).body("id", equalTo(first));
        deposit(submission, key, Map.of("description", "more")).then().statusCode(422);
    }

    @Test
    void anItemIsMadeOnceOfTheSameBytes() {
        String submission = Evidence.submission("documenter");
        String key = UUID.randomUUID().toString();
        String first =
                form(submission, key, "same").then().statusCode(201).extract().path("id");
        assertThat(Kept.views(first)).isZero();
        form(submission, key, "same").then().statusCode(200).body("id", equalTo(first));
        assertThat(Kept.views(first)).isEqualTo(1);
        form(submission, key, "other").then().statusCode(422).body("code", equalTo("idempotency-mismatch"));
        assertThat(Kept.rows("select count(*) from item where submission = ?", UUID.fromString(submission)))
                .isEqualTo(1);
    }

    @Test
    void aLinkedRecordIsMadeOnceAndReadWhenAskedForAgain() {
        String key = UUID.randomUUID().toString();
        String first = incident(key).then().statusCode(201).extract().path("id");
        assertThat(Kept.views(first)).isZero();
        for (int again = 0; again < 2; again++) {
            incident(key).then().statusCode(201).body("id", equalTo(first));
            assertThat(Kept.views(first)).isEqualTo(1);
        }
    }

    @Test
    void whoeverLostTheRightToReadGetsNothingAgain() {
        String key = UUID.randomUUID().toString();
        String first = incident(key).then().statusCode(201).extract().path("id");
        UUID member = Enrolment.member("documenter");
        try {
            Kept.change("update member set clearance = 'TLP:GREEN' where id = ?", member);
            incident(key).then().statusCode(404).body("code", equalTo("not-found"));
            Kept.change("update member set clearance = 'TLP:AMBER+STRICT', roles = '{auditor}' where id = ?", member);
            incident(key).then().statusCode(403).body("code", equalTo("forbidden"));
        } finally {
            Kept.change(
                    "update member set clearance = 'TLP:AMBER+STRICT', roles = '{documenter}' where id = ?", member);
        }
        assertThat(Kept.views(first)).isZero();
        assertThat(AdminDatabase.eventsOf(UUID.fromString(first))).containsOnlyOnce("CE-ACCESS-DENIED");
        incident(key).then().statusCode(201).body("id", equalTo(first));
    }

    @Test
    void aSharedSubmissionTakesItsItemsAlongAlsoLaterOnes() {
        String submission = Evidence.submission("documenter");
        String before = form(submission, UUID.randomUUID().toString(), "before").path("id");
        as("documenter")
                .body(Map.of(
                        "kind",
                        "submission",
                        "record",
                        submission,
                        "grantee",
                        Enrolment.organisation("Commission").toString()))
                .post("/api/v1/shares")
                .then()
                .statusCode(201);
        String later = form(submission, UUID.randomUUID().toString(), "later").path("id");
        for (String item : new String[] {before, later}) {
            as("investigator").get("/api/v1/items/" + item).then().statusCode(200);
        }
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(200);
    }

    private static Response submit(String key, Map<String, Object> body) {
        return as("documenter").header("Idempotency-Key", key).body(body).post("/api/v1/submissions");
    }

    private static Response incident(String key) {
        return as("documenter")
                .header("Idempotency-Key", key)
                .body(Records.incident())
                .post("/api/v1/incidents");
    }

    private static Response deposit(String submission, String key, Map<String, Object> more) {
        return as("documenter")
                .header("Idempotency-Key", key)
                .body(Evidence.metadata(more))
                .post("/api/v1/submissions/" + submission + "/deposits");
    }

    private static Response form(String submission, String key, String text) {
        return as("documenter")
                .header("Idempotency-Key", key)
                .contentType("multipart/form-data")
                .multiPart("metadata", METADATA, "application/json")
                .multiPart("file", "f.txt", bytes(text), "text/plain")
                .post("/api/v1/submissions/" + submission + "/items");
    }
}
