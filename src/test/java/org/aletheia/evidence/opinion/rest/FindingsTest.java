package org.aletheia.evidence.opinion.rest;

import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three findings on an item, of three kinds. */
@QuarkusTest
@Tag("it")
class FindingsTest {
    @Test
    void integrityIsComputedProvenanceAssertedAndAuthenticityAnOpinion() {
        Items.Made made = withHistory();
        String item = made.id();
        String findings = "items/" + item + "/findings";
        get("documenter", findings)
                .statusCode(200)
                .body("integrity.basis", equalTo("computed"))
                .body("integrity.digests", hasKey("sha-256"))
                .body("integrity.receivedAt", notNullValue())
                .body("provenance.basis", equalTo("asserted"))
                .body(
                        "provenance.assertedBy",
                        equalTo(Enrolment.organisation("Field Team").toString()))
                .body("provenance.stated.custodyGaps[0].period", equalTo("2014/2015"))
                .body("authenticity.basis", equalTo("opinion"))
                .body("authenticity.contested", equalTo(false))
                .body("authenticity.opinions", hasSize(0));

        String first = give("documenter", item, opinion("consistent"));
        share(made);
        String second = post(
                        "case-team",
                        "items/" + item + "/opinions",
                        Map.of(
                                "methods",
                                List.of("geolocation", "chronolocation"),
                                "conclusion",
                                "other-event",
                                "reasons",
                                "The shadows do not fit the hour.",
                                "contests",
                                first))
                .statusCode(201)
                .extract()
                .path("id");
        get("documenter", findings)
                .body("authenticity.contested", equalTo(true))
                .body("authenticity.opinions.id", contains(first, second))
                .body("authenticity.opinions[0].contestedBy", contains(second))
                .body("authenticity.opinions[1].contestedBy", hasSize(0))
                .body(
                        "authenticity.opinions[1].givenBy",
                        equalTo(Enrolment.member("case-team").toString()));
        get("investigator", "items/" + item + "/opinions").body("items", hasSize(2));
    }

    @Test
    void anOpinionNamesMethodConclusionAndReasons() {
        String item = Items.of("documenter").id();
        String elsewhere = give("documenter", Items.of("documenter").id(), opinion("consistent"));
        post("documenter", "items/" + item + "/opinions", Map.of("methods", List.of(), "conclusion", "true"))
                .statusCode(400)
                .body("findings.pointer", contains("/methods", "/conclusion", "/reasons"))
                .body("findings.code", contains("required", "code-unknown", "required"));
        for (String other : List.of(elsewhere, UUID.randomUUID().toString())) {
            post(
                            "documenter",
                            "items/" + item + "/opinions",
                            Map.of(
                                    "methods",
                                    List.of("metadata"),
                                    "conclusion",
                                    "altered",
                                    "reasons",
                                    "r",
                                    "contests",
                                    other))
                    .statusCode(400)
                    .body("findings.pointer", contains("/contests"))
                    .body("findings.code", contains("opinion-unknown"));
        }
    }

    @Test
    void othersSeeNothing() {
        Items.Made made = Items.of("documenter");
        String item = made.id();
        give("documenter", item, opinion("undetermined"));
        for (String path : List.of("findings", "opinions")) {
            get("documenter2", "items/" + item + "/" + path).statusCode(404);
            get("investigator", "items/" + item + "/" + path).statusCode(404);
        }
        post("documenter2", "items/" + item + "/opinions", opinion("altered")).statusCode(404);
        share(made);
        get("investigator", "items/" + item + "/findings").body("authenticity.opinions", hasSize(1));
        give("investigator", item, opinion("altered"));
        get("documenter", "items/" + item + "/findings")
                .body("authenticity.opinions", hasSize(2))
                .body("authenticity.contested", equalTo(true));
    }

    private static String give(String user, String item, Map<String, ?> opinion) {
        return Records.create(user, "items/" + item + "/opinions", opinion);
    }

    private static Map<String, Object> opinion(String conclusion) {
        return Map.of("methods", List.of("metadata"), "conclusion", conclusion, "reasons", "As the file says.");
    }

    private static void share(Items.Made made) {
        String grantee = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "submission", "record", made.submission(), "grantee", grantee))
                .statusCode(201);
    }

    private static Items.Made withHistory() {
        String submission = Records.create(
                "documenter",
                "submissions",
                Map.of(
                        "title", "Delivery",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end"));
        String deposit = Records.create(
                "documenter",
                "submissions/" + submission + "/deposits",
                Map.of(
                        "title", "Note",
                        "kind", "document",
                        "custodyGaps", List.of(Map.of("period", "2014/2015", "reason", "records-lost"))));
        String item = Enrolment.as("documenter")
                .contentType("application/octet-stream")
                .body(new byte[] {1, 2, 3})
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Items.Made(item, submission);
    }
}
