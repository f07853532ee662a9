package org.aletheia.evidence.review.rest;

import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records are reviewed by a second person, revision by revision. */
@QuarkusTest
@Tag("it")
class ReviewsTest {
    private static final Map<String, Object> REVIEWED = Map.of(
            "state", "reviewed", "revision", 1, "reasons", "Checked against both items.", "conflictOfInterest", "none");

    @Test
    void nobodyReviewsWhatTheyHaveWritten() {
        String reviews = "incidents/" + Records.incident("investigator") + "/reviews";
        get("investigator", reviews + "/standing")
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("last", nullValue());
        post("investigator", reviews, Map.of("state", "in-review", "revision", 1))
                .statusCode(201);
        post("investigator", reviews, REVIEWED).statusCode(403).body("code", equalTo("second-person-required"));
        post("case-team", reviews, REVIEWED)
                .statusCode(201)
                .body("reviewedBy", equalTo(Enrolment.member("case-team").toString()));
        get("auditor", reviews + "/standing")
                .body("state", equalTo("reviewed"))
                .body("stale", equalTo(false))
                .body("last.reasons", equalTo("Checked against both items."));
        post("investigator", reviews, Map.of("state", "contested", "revision", 1, "reasons", "The second item is cut."))
                .statusCode(201);
        get("case-team", reviews).body("items.state", contains("in-review", "reviewed", "contested"));
    }

    @Test
    void whatIsWrittenLaterIsNotReviewed() {
        String incident = "incidents/" + Records.incident("investigator");
        post("case-team", incident + "/reviews", REVIEWED).statusCode(201);
        put("case-team", incident, "\"r1\"", Records.incident()).statusCode(200);
        get("investigator", incident + "/reviews/standing")
                .body("revision", equalTo(2))
                .body("stale", equalTo(true));
        post("claims-officer", incident + "/reviews", REVIEWED).statusCode(409).body("code", equalTo("state-refused"));
        Map<String, Object> second =
                Map.of("state", "reviewed", "revision", 2, "reasons", "Read again.", "conflictOfInterest", "none");
        post("case-team", incident + "/reviews", second).statusCode(403);
        post("investigator", incident + "/reviews", second).statusCode(403);
        post("claims-officer", incident + "/reviews", second).statusCode(201);
        get("investigator", incident + "/reviews/standing").body("stale", equalTo(false));
    }

    @Test
    void aJudgementSaysWhyAndWhatTiesTheReviewerHas() {
        String reviews = "victims/" + Records.victim("investigator") + "/reviews";
        post("case-team", reviews, Map.of("state", "reviewed"))
                .statusCode(400)
                .body("findings.pointer", contains("/revision", "/reasons", "/conflictOfInterest"))
                .body("findings.code", contains("required", "reasons-required", "conflict-of-interest-required"));
        post(
                        "case-team",
                        reviews,
                        Map.of("state", "reviewed", "revision", 1, "reasons", "r", "conflictOfInterest", "personal"))
                .statusCode(400)
                .body("findings.pointer", contains("/conflictOfInterest"))
                .body("findings.code", contains("conflict-of-interest-declared"));
        post("case-team", reviews, Map.of("state", "proven", "revision", 1))
                .statusCode(400)
                .body("findings.code", contains("code-unknown"));
        get("case-team", reviews).body("items", hasSize(0));
    }

    @Test
    void whatABodyHoldsOfAnothersRecordIsBetweenThatBodyAndItsOwner() {
        String id = Records.incident("documenter");
        String reviews = "incidents/" + id + "/reviews";
        for (String path : List.of(reviews, reviews + "/standing")) {
            get("investigator", path).statusCode(404);
        }
        post("investigator", reviews, REVIEWED).statusCode(404);
        for (String name : List.of("Commission", "Field Team Two")) {
            post(
                            "documenter",
                            "shares",
                            Map.of(
                                    "kind",
                                    "incident",
                                    "record",
                                    id,
                                    "grantee",
                                    Enrolment.organisation(name).toString()))
                    .statusCode(201);
        }
        post("investigator", reviews, REVIEWED).statusCode(201);
        get("documenter", reviews).body("items", hasSize(1));
        get("auditor", reviews).body("items", hasSize(1));
        get("documenter2", reviews).statusCode(404);
    }
}
