package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a sender set binds whoever shares. */
@QuarkusTest
@Tag("it")
class ReceiptTermsIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void underAnEmbargoNeitherSubmissionNorItemIsShared() {
        String submission = submission(Map.of("embargoUntil", TODAY.plusDays(2).toString()));
        String item = item(submission, Map.of());
        for (Map.Entry<String, String> record :
                Map.of("submission", submission, "item", item).entrySet()) {
            share(record.getKey(), record.getValue())
                    .statusCode(400)
                    .body("findings.pointer", contains("/record"))
                    .body("findings.code", contains("under-embargo"));
        }
        share("submission", submission(Map.of("embargoUntil", TODAY.minusDays(1).toString())))
                .statusCode(201);
    }

    @Test
    void onlyNamedBodiesReceive() {
        share("submission", submission(Map.of("namedBodies", List.of("A Court", "commission "))))
                .statusCode(201);
        share("submission", submission(Map.of("namedBodies", List.of("A Court"))))
                .statusCode(400)
                .body("findings.pointer", contains("/grantee"))
                .body("findings.code", contains("not-a-named-body"));
    }

    @Test
    void whatIsAddedLaterIsNotSharedAgainstTheTerms() throws SQLException {
        String submission = submission(Map.of());
        share("submission", submission).statusCode(201);
        Database.owner("update submission set statement ="
                + " jsonb_set(statement, '{conditions,namedBodies}', '[\"A Court\"]') where id = '" + submission + "'");
        as("investigator")
                .get("/api/v1/items/" + item(submission, Map.of()))
                .then()
                .statusCode(404);
    }

    @Test
    void conditionsTravelWithTheItemToWhoDoesNotSeeTheSubmission() {
        String submission = submission(Map.of("onwardSharingByAgreement", false, "returnBy", "2030-12-31"));
        String item = item(submission, Map.of());
        share("item", item).statusCode(201);
        as("investigator").get("/api/v1/submissions/" + submission).then().statusCode(404);
        as("investigator")
                .get("/api/v1/items/" + item)
                .then()
                .statusCode(200)
                .body("conditions.onwardSharingByAgreement", equalTo(false))
                .body("conditions.returnBy", equalTo("2030-12-31"));
    }

    @Test
    void whatIsForLeadPurposesOnlyIsNoSourceOfAnything() {
        String item = item(submission(Map.of("leadPurposesOnly", true)), Map.of());
        String incident = Records.incident("documenter");
        for (String support : List.of("supports", "contradicts", "neutral")) {
            Records.post("documenter", "incidents/" + incident + "/sources", Map.of("item", item, "support", support))
                    .statusCode(400)
                    .body("findings.pointer", contains("/item"))
                    .body("findings.code", contains("lead-purposes-only"));
        }
        String act = Records.act("documenter", incident);
        Records.post(
                        "documenter",
                        "acts/" + act + "/involvements",
                        Map.of(
                                "perpetratorType",
                                "99",
                                "sources",
                                List.of(Map.of("item", item, "support", "supports"))))
                .statusCode(400)
                .body("findings.code", contains("lead-purposes-only"));
    }

    @Test
    void privilegedMaterialMayIdentifyUnlessDenied() {
        String submission = Evidence.submission("documenter", Map.of("privilege", Map.of("kind", "journalist-source")));
        String item = item(submission, Map.of());
        identifying(item, true);
        identifying(item(submission, Map.of("mayIdentifyProtectedPerson", false)), false);
        as("documenter")
                .header("If-Match", "\"r1\"")
                .body(Evidence.metadata(Map.of("description", "better")))
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(200);
        identifying(item, true);
        identifying(item(Evidence.submission("documenter"), Map.of()), false);
    }

    private static void identifying(String item, boolean expected) {
        as("documenter")
                .get("/api/v1/items/" + item)
                .then()
                .statusCode(200)
                .body("metadata.mayIdentifyProtectedPerson", equalTo(expected));
    }

    private static String submission(Map<String, Object> conditions) {
        return Evidence.submission("documenter", Map.of("conditions", conditions));
    }

    private static String item(String submission, Map<String, Object> more) {
        return Evidence.put("documenter", Evidence.deposit("documenter", submission, more), bytes("of " + submission))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse share(String kind, String record) {
        String grantee = Enrolment.organisation("Commission").toString();
        return as("documenter")
                .body(Map.of("kind", kind, "record", record, "grantee", grantee))
                .post("/api/v1/shares")
                .then();
    }
}
