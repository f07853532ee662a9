package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.evidence.rest.Evidence.reprDigest;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.objectstore.ObjectStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class FormUploadIT {
    private static final String METADATA =
            "{\"title\":\"الشاهد الأول 第一份\",\"kind\":\"document\",\"languages\":[\"ar\",\"zh\"]}";
    private static final String METADATA_PART =
            "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n";
    private static final String FILE_PART = "\r\n--b\r\nContent-Disposition: form-data; name=\"file\";"
            + " filename=\"证据 شهادة.txt\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    private static final String END = "\r\n--b--\r\n";

    @Inject
    ObjectStores stores;

    @Test
    void oneCallMakesAnItem() {
        String item = send(METADATA_PART + METADATA + FILE_PART + "текст" + END)
                .then()
                .statusCode(201)
                .body("metadata.title", equalTo("الشاهد الأول 第一份"))
                .body("file.name", equalTo("证据 شهادة.txt"))
                .body("file.mediaType", equalTo("text/plain; charset=utf-8"))
                .body(
                        "file.digests.sha-256",
                        equalTo(Digest.sha256(bytes("текст")).hex()))
                .extract()
                .path("id");
        as("documenter")
                .get("/api/v1/items/" + item + "/content")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/plain"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"__ _____.txt\"; filename*=UTF-8''"
                                + "%E8%AF%81%E6%8D%AE%20%D8%B4%D9%87%D8%A7%D8%AF%D8%A9.txt"));
    }

    @Test
    void clientsWithALibraryAreUnderstood() {
        String submission = Evidence.submission("documenter");
        as("documenter")
                .contentType("multipart/form-data")
                .multiPart("metadata", METADATA, "application/json")
                .multiPart("file", "f.bin", new byte[300_000], "application/octet-stream")
                .post("/api/v1/submissions/" + submission + "/items")
                .then()
                .statusCode(201)
                .body("file.length", equalTo(300_000));
    }

    @Test
    void theFileMayBeEmpty() {
        send(METADATA_PART + METADATA + FILE_PART + END).then().statusCode(201).body("file.length", equalTo(0));
    }

    @Test
    void everyFaultOfTheStatementIsTold() {
        refused(METADATA_PART + "{\"kind\":\"sculpture\"}" + FILE_PART + "x" + END)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("findings.pointer", equalTo(List.of("/title", "/kind")));
    }

    @Test
    void partsInAnotherOrderAreRefused() {
        refused("--b" + FILE_PART.substring(5) + "x\r\n" + METADATA_PART + METADATA + END)
                .statusCode(400)
                .body("code", equalTo("multipart-malformed"))
                .body("findings[0].code", equalTo("part-unexpected"))
                .body("findings[0].expected", equalTo("metadata"));
    }

    @Test
    void aMissingPartIsRefused() {
        refused(METADATA_PART + METADATA + END)
                .statusCode(400)
                .body("findings[0].code", equalTo("part-missing"))
                .body("findings[0].expected", equalTo("file"));
        refused("--b--\r\n").statusCode(400).body("code", equalTo("multipart-malformed"));
    }

    @Test
    void aFurtherPartIsRefused() {
        refused(METADATA_PART + METADATA + FILE_PART + "x" + FILE_PART + "y" + END)
                .statusCode(400)
                .body("findings[0].code", equalTo("part-unexpected"));
    }

    @Test
    void aFormThatIsCutIsRefused() {
        refused(METADATA_PART + METADATA + FILE_PART + "x".repeat(200_000))
                .statusCode(400)
                .body("code", equalTo("multipart-malformed"));
        refused(METADATA_PART + METADATA).statusCode(400).body("code", equalTo("multipart-malformed"));
    }

    @Test
    void metadataThatIsNoJsonIsRefused() {
        refused(METADATA_PART + "{\"title\":" + FILE_PART + "x" + END)
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
        refused(METADATA_PART + "{\"kind\":\"video\",\"kind\":\"audio\"}" + FILE_PART + "x" + END)
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
    }

    @Test
    void metadataIsBounded() {
        refused(METADATA_PART + "{\"title\":\"" + "x".repeat(300_000) + "\"}" + FILE_PART + "x" + END)
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @Test
    void digestsOfThePartSpeakOfTheFile() {
        String digest = "Repr-Digest: " + reprDigest(bytes("x")) + "\r\nContent-Type: text/plain";
        send(METADATA_PART + METADATA + FILE_PART.replace("Content-Type: text/plain", digest) + "x" + END)
                .then()
                .statusCode(201);
        refused(METADATA_PART + METADATA + FILE_PART.replace("Content-Type: text/plain", digest) + "y" + END)
                .statusCode(422)
                .body("received", equalTo(Digest.sha256(bytes("y")).hex()));
    }

    @Test
    void digestsOfTheRequestSpeakOfTheWholeForm() {
        byte[] form = bytes(METADATA_PART + METADATA + FILE_PART + "x" + END);
        send(form, reprDigest(form)).then().statusCode(201);
        List<String> objects = Kept.objects(stores);
        send(form, reprDigest(bytes("x")))
                .then()
                .statusCode(422)
                .body("received", equalTo(Digest.sha256(form).hex()));
        assertThat(Kept.objects(stores)).isEqualTo(objects);
    }

    private ValidatableResponse refused(String form) {
        List<String> objects = Kept.objects(stores);
        String submission = Evidence.submission("documenter");
        ValidatableResponse answer = send(submission, bytes(form), null).then();
        assertThat(Kept.objects(stores)).isEqualTo(objects);
        assertThat(Kept.pendingUploads(stores)).isEmpty();
        assertThat(Kept.rows("select count(*) from item where submission = ?", UUID.fromString(submission)))
                .isZero();
        return answer;
    }

    private static Response send(String form) {
        return send(Evidence.submission("documenter"), bytes(form), null);
    }

    private static Response send(byte[] form, String digest) {
        return send(Evidence.submission("documenter"), form, digest);
    }

    private static Response send(String submission, byte[] form, @org.jspecify.annotations.Nullable String digest) {
        var request = io.restassured.RestAssured.given()
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", io.restassured.http.ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(org.aletheia.testing.Tokens.of("documenter"))
                .contentType("multipart/form-data; boundary=b")
                .body(form);
        if (digest != null) {
            request.header("Repr-Digest", digest);
        }
        return request.post("/api/v1/submissions/" + submission + "/items");
    }
}
