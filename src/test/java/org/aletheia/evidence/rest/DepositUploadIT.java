package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.evidence.rest.Evidence.deposit;
import static org.aletheia.evidence.rest.Evidence.put;
import static org.aletheia.evidence.rest.Evidence.reprDigest;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.DigestHeader;
import org.aletheia.platform.objectstore.ObjectStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What bytes become, and what is refused of them or of what is said of them. */
@QuarkusTest
@Tag("it")
class DepositUploadIT {
    private static final byte[] CONTENT = bytes("what the camera saw");

    @Inject
    ObjectStores stores;

    @Test
    void bytesBecomeAnItemWithAReceipt() {
        String submission = Evidence.submission("documenter");
        String deposit = deposit("documenter", submission, Map.of("fileName", "فيديو.mp4", "mediaType", "video/mp4"));
        as("documenter")
                .get("/api/v1/deposits/" + deposit)
                .then()
                .statusCode(200)
                .body("content", equalTo("/api/v1/deposits/" + deposit + "/content"))
                .body("item", nullValue())
                .body("metadata.title", equalTo("Courtyard, two minutes"));

        String item = put("documenter", deposit, CONTENT, reprDigest(CONTENT))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"r1\""))
                .body("submission", equalTo(submission))
                .body("state", equalTo("received"))
                .body("file.name", equalTo("فيديو.mp4"))
                .body("file.mediaType", equalTo("video/mp4"))
                .body("file.length", equalTo(CONTENT.length))
                .body("file.digests.sha-256", equalTo(Digest.sha256(CONTENT).hex()))
                .body("receipt.digests.sha-512", notNullValue())
                .body("receipt.event", notNullValue())
                .extract()
                .path("id");

        as("documenter").get("/api/v1/deposits/" + deposit).then().body("item", equalTo(item));
        byte[] back = as("documenter")
                .get("/api/v1/items/" + item + "/content?acknowledge=unreviewed")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(back).isEqualTo(CONTENT);
    }

    @Test
    void everyFaultOfTheStatementIsToldBeforeBytesAreTaken() {
        String submission = Evidence.submission("documenter");
        as("documenter")
                .body(Map.of(
                        "kind",
                        "sculpture",
                        "languages",
                        List.of("x y"),
                        "surprise",
                        1,
                        "acquisition",
                        Map.of("operator", "Ann Example"),
                        "classification",
                        "TLP:RED",
                        "compartments",
                        List.of("elsewhere")))
                .post("/api/v1/submissions/" + submission + "/deposits")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body(
                        "findings.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/title required",
                                "/kind code-unknown",
                                "/languages/0 language-tag",
                                "/surprise unknown-property",
                                "/acquisition/method required",
                                "/acquisition/operator not-a-code-or-pseudonym",
                                "/classification classification-above-clearance",
                                "/compartments/0 compartment-not-held"));
    }

    @Test
    void anItemIsNeverMoreOpenThanItsSubmission() {
        String submission = Evidence.submission("documenter", Map.of("classification", "TLP:AMBER+STRICT"));
        as("documenter")
                .body(Evidence.metadata(Map.of("classification", "TLP:GREEN")))
                .post("/api/v1/submissions/" + submission + "/deposits")
                .then()
                .statusCode(400)
                .body("findings.code", equalTo(List.of("classification-too-open")));
    }

    @Test
    void otherBytesThanDigestedLeaveNothing() {
        String deposit = deposit("documenter");
        List<String> objects = Kept.objects(stores);
        long keys = Kept.rows("select count(*) from unit_key");

        put("documenter", deposit, CONTENT, reprDigest(bytes("something else")))
                .then()
                .statusCode(422)
                .body("code", equalTo("digest-mismatch"))
                .body("algorithm", equalTo("sha-256"))
                .body("expected", equalTo(Digest.sha256(bytes("something else")).hex()))
                .body("received", equalTo(Digest.sha256(CONTENT).hex()));

        assertThat(Kept.objects(stores)).isEqualTo(objects);
        assertThat(Kept.pendingUploads(stores)).isEmpty();
        assertThat(Kept.rows("select count(*) from unit_key")).isEqualTo(keys);
        assertThat(Kept.rows(
                        "select count(*) from deposit where id = ? and item is not null", UUID.fromString(deposit)))
                .isZero();
        put("documenter", deposit, CONTENT, reprDigest(CONTENT)).then().statusCode(201);
    }

    @Test
    void aLargeUploadWithAWrongDigestLeavesNoParts() {
        byte[] large = new byte[20 << 20];
        String deposit = deposit("documenter");
        List<String> objects = Kept.objects(stores);
        put("documenter", deposit, large, reprDigest(CONTENT)).then().statusCode(422);
        assertThat(Kept.objects(stores)).isEqualTo(objects);
        assertThat(Kept.pendingUploads(stores)).isEmpty();
    }

    @Test
    void digestsOfTheStatementAreChecked() {
        String wrong = Digest.sha256(bytes("something else")).hex();
        String deposit = deposit(
                "documenter",
                Evidence.submission("documenter"),
                Map.of("digests", List.of(Map.of("algorithm", "sha-256", "value", wrong))));
        put("documenter", deposit, CONTENT)
                .then()
                .statusCode(422)
                .body("code", equalTo("digest-mismatch"))
                .body("expected", equalTo(wrong));
    }

    @Test
    void sha512InTheHeaderIsChecked() {
        Digest wrong = new Digest(DigestAlgorithm.SHA_512, new byte[64]);
        put("documenter", deposit("documenter"), CONTENT, DigestHeader.format(List.of(wrong)))
                .then()
                .statusCode(422)
                .body("algorithm", equalTo("sha-512"));
    }

    @Test
    void malformedDigestsAndContentCodingsAreRefused() {
        String deposit = deposit("documenter");
        put("documenter", deposit, CONTENT, "sha-256=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("digest-malformed"));
        as("documenter")
                .contentType("application/octet-stream")
                .header("Content-Encoding", "gzip")
                .body(CONTENT)
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(415)
                .body("findings[0].code", equalTo("coding-unsupported"));
    }

    @Test
    void aFileMayBeEmpty() {
        String item = put("documenter", deposit("documenter"), new byte[0])
                .then()
                .statusCode(201)
                .body("file.length", equalTo(0))
                .body("file.digests.sha-256", equalTo(Digest.sha256().hex()))
                .extract()
                .path("id");
        as("documenter")
                .get("/api/v1/items/" + item + "/content")
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo("0"));
    }
}
