package org.aletheia.reparations.rest;

import static org.aletheia.testing.Records.get;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;

/** Claims of the Victims Association and what the Commission does with them, through the API. */
final class ClaimFiles {
    static final String FILER = "victims-org";
    static final String OFFICER = "claims-officer";
    static final String CLAIMS = "reparation-claims/";

    private ClaimFiles() {}

    /** The body of a claim for a damaged dwelling. */
    static Map<String, Object> body(String victim) {
        Map<String, Object> body = new HashMap<>();
        body.put("claimant", victim);
        body.put("capacity", "own-behalf");
        body.put("categories", List.of(Map.of("list", "rd4u", "code", "A3.1")));
        body.put("facts", List.of("dwelling-damaged"));
        body.put("harmDate", "2023-05");
        body.put("harmCountry", "UA");
        body.put("losses", List.of(loss("immovable-property", money(500_000_00, "UAH"))));
        body.put("forms", List.of("REP-COMPENSATION(c)"));
        return body;
    }

    static Map<String, Object> loss(String head, Map<String, Object> amount) {
        return Map.of("head", head, "amount", amount, "method", "own-estimate");
    }

    static Map<String, Object> money(Object amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    /** A draft that is shared with the Commission. */
    static String shared(Map<String, Object> body) {
        String id = Records.create(FILER, "reparation-claims", body);
        share("reparation-claim", id);
        return id;
    }

    static void share(String kind, String record) {
        Enrolment.as(FILER)
                .body(Map.of(
                        "kind", kind,
                        "record", record,
                        "grantee", Enrolment.organisation("Commission").toString()))
                .post("/api/v1/shares")
                .then()
                .statusCode(201);
    }

    /** One that an officer has begun to decide. */
    static String underDecision(Map<String, Object> body) {
        String id = shared(body);
        step(FILER, id, "submit").statusCode(200);
        step(OFFICER, id, "acknowledge").statusCode(200);
        step(OFFICER, id, "take-up").statusCode(200);
        return id;
    }

    static ValidatableResponse step(String user, String claim, String step) {
        return step(user, claim, step, Map.of());
    }

    /** A step on the claim as the filer sees it now. */
    static ValidatableResponse step(String user, String claim, String step, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("step", step);
        return Enrolment.as(user)
                .header("If-Match", tag(claim))
                .body(body)
                .post("/api/v1/" + CLAIMS + claim + "/steps")
                .then();
    }

    static ValidatableResponse deliver(String user, String claim, Map<String, Object> body) {
        return Enrolment.as(user)
                .header("If-Match", tag(claim))
                .body(body)
                .post("/api/v1/" + CLAIMS + claim + "/deliveries")
                .then();
    }

    static String tag(String claim) {
        return get(FILER, CLAIMS + claim).statusCode(200).extract().header("ETag");
    }

    /** A decision that grants so many cents. */
    static Map<String, Object> grant(long amount) {
        return Map.of(
                "outcome", "granted",
                "reasons", List.of("requirements-met"),
                "awards", List.of(award(amount)));
    }

    static Map<String, Object> award(long amount) {
        return Map.of("form", "REP-COMPENSATION(c)", "scope", "individual", "amount", money(amount, "EUR"));
    }

    /** An item with words of its own. */
    static String item(String user, String kind, String text) {
        String submission = Records.create(
                user,
                "submissions",
                Map.of(
                        "title", "Claim files",
                        "controller", "Victims Association",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end"));
        String deposit =
                Records.create(user, "submissions/" + submission + "/deposits", Map.of("title", "Paper", "kind", kind));
        return Enrolment.as(user)
                .contentType("application/octet-stream")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String item(String user, String kind) {
        return item(user, kind, "paper " + UUID.randomUUID());
    }

    static String letter(String user, String claim, String letter, String language) {
        return Enrolment.as(user)
                .header("Accept-Language", language)
                .get("/api/v1/" + CLAIMS + claim + "/letters/" + letter)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
