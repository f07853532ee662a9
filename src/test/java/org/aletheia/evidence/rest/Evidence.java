package org.aletheia.evidence.rest;

import static org.aletheia.testing.Enrolment.as;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestHeader;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;

/** The steps that most tests of evidence begin with. */
final class Evidence {
    static final Map<String, Object> SUBMISSION = Map.of(
            "title", "Hospital shelling, first delivery",
            "controller", "Field Team",
            "legalBasis", "consent of the data subjects",
            "retentionRule", "until-proceedings-end");

    private Evidence() {}

    static String submission(String user) {
        return submission(user, Map.of());
    }

    static String submission(String user, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(SUBMISSION);
        body.putAll(more);
        return as(user).body(body)
                .post("/api/v1/submissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> metadata(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "Courtyard, two minutes", "kind", "video"));
        body.putAll(more);
        return body;
    }

    static String deposit(String user, String submission, Map<String, Object> more) {
        return as(user).body(metadata(more))
                .post("/api/v1/submissions/" + submission + "/deposits")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String deposit(String user) {
        return deposit(user, submission(user), Map.of());
    }

    static Response put(String user, String deposit, byte[] content) {
        return as(user).contentType("application/octet-stream")
                .body(content)
                .put("/api/v1/deposits/" + deposit + "/content");
    }

    static Response put(String user, String deposit, byte[] content, String digestField) {
        return as(user).contentType("application/octet-stream")
                .header("Repr-Digest", digestField)
                .body(content)
                .put("/api/v1/deposits/" + deposit + "/content");
    }

    /** Fills a deposit, which is to be accepted; the id of the item that it became. */
    static String fill(String user, String deposit, byte[] content) {
        return put(user, deposit, content).then().statusCode(201).extract().path("id");
    }

    /** An item of these bytes. */
    static String item(String user, byte[] content, Map<String, Object> more) {
        return received(user, content, more).extract().path("id");
    }

    static ValidatableResponse received(String user, byte[] content, Map<String, Object> more) {
        return put(user, deposit(user, submission(user), more), content).then().statusCode(201);
    }

    /** Shares an item of the field team with the commission. */
    static void shareWithCommission(String item) {
        as("documenter")
                .body(Map.of(
                        "kind",
                        "item",
                        "record",
                        item,
                        "grantee",
                        Enrolment.organisation("Commission").toString()))
                .post("/api/v1/shares")
                .then()
                .statusCode(201);
    }

    /** A decision of the commission about an item that it may see. */
    static ValidatableResponse decide(String item, int basedOn, String state, String reason) {
        return as("investigator")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Map.of("state", state, "reason", reason, "note", "seen twice"))
                .post("/api/v1/items/" + item + "/decisions")
                .then();
    }

    static String reprDigest(byte[] content) {
        return DigestHeader.format(List.of(Digest.sha256(content)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Hands a submission in for another organisation. */
    static ValidatableResponse handIn(String user, String owner, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(SUBMISSION);
        body.put("onBehalfOf", owner);
        body.putAll(more);
        return Records.post(user, "submissions", body);
    }
}
