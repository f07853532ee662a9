package org.aletheia.evidence.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody comes upon what is hard to bear without having been told. */
@QuarkusTest
@Tag("it")
class ExposureIT {
    @Test
    void anImageIsAcknowledgedUntilSomebodyHasDecidedAboutIt() {
        String item = item("image/jpeg", List.of());
        preview(item, "none", "unreviewed");
        get("documenter", "items/" + item + "/content")
                .statusCode(409)
                .body("code", equalTo("acknowledgement-required"))
                .body("acknowledge", contains("unreviewed"));
        get("documenter", "items/" + item + "/content?acknowledge=marked").statusCode(409);
        get("documenter", "items/" + item + "/content?acknowledge=unreviewed").statusCode(200);
        get("documenter", "items/" + item + "/content?acknowledge=seen")
                .statusCode(400)
                .body("findings.pointer", contains("?acknowledge"));
        Enrolment.as("documenter")
                .head("/api/v1/items/" + item + "/content")
                .then()
                .statusCode(200);
        get("documenter2", "items/" + item + "/content").statusCode(404);
        decide(item, "in-triage", "assigned");
        get("investigator", "items/" + item + "/content").statusCode(409);
        decide(item, "not-retained", "not-relevant");
        get("documenter", "items/" + item)
                .body("preview.mode", equalTo("on-request"))
                .body("preview.reasons", empty());
        get("documenter", "items/" + item + "/content").statusCode(200);
    }

    @Test
    void whatIsMarkedIsAcknowledgedWhateverItIs() {
        String note = item("text/plain", List.of("torture"));
        preview(note, "none", "marked");
        get("documenter", "items/" + note + "/content").statusCode(409).body("acknowledge", contains("marked"));
        get("documenter", "items/" + note + "/content?acknowledge=marked").statusCode(200);
        String video = item("video/mp4", List.of("graphic"));
        preview(video, "none", "marked", "unreviewed");
        get("documenter", "items/" + video + "/content?acknowledge=unreviewed")
                .statusCode(409)
                .body("acknowledge", contains("marked"));
        get("documenter", "items/" + video + "/content?acknowledge=unreviewed,marked")
                .statusCode(200);
        String plain = item("text/plain", List.of());
        get("documenter", "items/" + plain)
                .body("preview.mode", equalTo("none"))
                .body("preview.reasons", empty());
        get("documenter", "items/" + plain + "/content").statusCode(200);
    }

    private static void preview(String item, String mode, String... reasons) {
        get("documenter", "items/" + item)
                .body("preview.mode", equalTo(mode))
                .body("preview.reasons", contains(reasons));
    }

    private static void decide(String item, String state, String reason) {
        String tag = get("investigator", "items/" + item).extract().header("ETag");
        Enrolment.as("investigator")
                .header("If-Match", tag)
                .body(Map.of("state", state, "reason", reason))
                .post("/api/v1/items/" + item + "/decisions")
                .then()
                .statusCode(200);
    }

    private static String item(String mediaType, List<String> markings) {
        String submission = Items.readableBy("investigator").submission();
        Map<String, Object> statement = new HashMap<>(Map.of("title", "Material", "kind", "document"));
        if (!markings.isEmpty()) {
            statement.put("contentMarkings", markings);
        }
        String deposit = create("documenter", "submissions/" + submission + "/deposits", statement);
        return Enrolment.as("documenter")
                .contentType(mediaType)
                .body("bytes".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
