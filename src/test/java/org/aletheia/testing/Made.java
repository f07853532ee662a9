package org.aletheia.testing;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.Digest;

/** Renditions of items of the field team, laid down by its documenter and judged by its counsel. */
public final class Made {
    private Made() {}

    /** What is stated of a rendition that was made from these bytes. */
    public static Map<String, Object> from(byte[] input, String kind) {
        Map<String, Object> said = new HashMap<>(
                Map.of("kind", kind, "inputs", List.of(Digest.sha256(input).hex())));
        if (!kind.equals("redaction")) {
            said.put("language", "en");
        }
        return said;
    }

    /** Lays anything down. */
    public static Response send(String user, String item, Map<String, ?> said, String mediaType, byte[] bytes) {
        return Enrolment.as(user)
                .contentType("multipart/form-data")
                .multiPart("metadata", said, "application/json")
                .multiPart("file", "made", bytes, mediaType)
                .post("/api/v1/items/" + item + "/renditions");
    }

    /** Lays a text down that was made from these bytes; its id. */
    public static String text(String item, byte[] input, String kind, String text) {
        return send("documenter", item, from(input, kind), "text/plain", text.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Approves it. */
    public static void approve(String item, String rendition) {
        decide("counsel2", item, rendition, Map.of("decision", "approved")).statusCode(200);
    }

    /** Decides about it. */
    public static ValidatableResponse decide(String user, String item, String rendition, Map<String, ?> decision) {
        return Records.post(user, "items/" + item + "/renditions/" + rendition + "/decisions", decision);
    }

    /** Its bytes. */
    public static Response content(String user, String item, String rendition) {
        return Enrolment.as(user).get("/api/v1/items/" + item + "/renditions/" + rendition + "/content");
    }
}
