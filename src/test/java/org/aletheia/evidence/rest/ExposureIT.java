package org.aletheia.evidence.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody comes upon what is hard to bear without having been told. */
@QuarkusTest
@Tag("it")
class ExposureIT {
    private static final byte[] PICTURE = Arrays.copyOf(HexFormat.of().parseHex("ffd8ffe000104a4649460001"), 500);
    private static final byte[] VIDEO =
            Arrays.copyOf(HexFormat.of().parseHex("1a45dfa39f4286810142f7810142f281044282847765626d"), 500);

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

    @Test
    void itsBytesTellAnImageThatIsCalledSomethingElse() {
        String item = item("application/pdf", List.of(), PICTURE);
        preview(item, "none", "unreviewed");
        get("documenter", "items/" + item)
                .body("file.mediaType", startsWith("application/pdf"))
                .body("file.detected.mediaType", equalTo("image/jpeg"))
                .body("file.detected.detector", startsWith("Apache Tika "));
        get("documenter", "items/" + item + "/content").statusCode(409).body("acknowledge", contains("unreviewed"));
        String video = item("text/plain", List.of(), VIDEO);
        get("documenter", "items/" + video + "/content").statusCode(409);
        decide(video, "in-triage", "assigned");
        decide(video, "not-retained", "not-relevant");
        get("documenter", "items/" + video).body("preview.mode", equalTo("on-request"));

        String rendition = Made.send("documenter", item, Made.from(PICTURE, "transcript"), "text/plain", VIDEO)
                .then()
                .statusCode(201)
                .body("mediaType", startsWith("text/plain"))
                .body("detected.mediaType", equalTo("application/x-matroska"))
                .extract()
                .path("id");
        Made.content("documenter", item, rendition).then().statusCode(409);
        String words = Made.text(item, PICTURE, "transcript", "They came at night.");
        Made.content("documenter", item, words).then().statusCode(200);
    }

    /** What came before anybody looked at bytes may be an image, whatever was stated. */
    @Test
    void whatNobodyLookedAtIsAcknowledged() throws SQLException {
        String item = item("text/plain", List.of());
        get("documenter", "items/" + item + "/content").statusCode(200);
        Database.owner("update item set detected_type = null, detector = null where id = '" + item + "'");
        preview(item, "none", "unreviewed");
        get("documenter", "items/" + item).body("file.detected", nullValue());
        get("documenter", "items/" + item + "/content").statusCode(409);
        get("documenter", "items/" + item + "/content?acknowledge=unreviewed").statusCode(200);
        decide(item, "in-triage", "assigned");
        decide(item, "not-retained", "not-relevant");
        get("documenter", "items/" + item + "/content").statusCode(200);
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
        return item(mediaType, markings, "bytes".getBytes(StandardCharsets.UTF_8));
    }

    private static String item(String mediaType, List<String> markings, byte[] bytes) {
        String submission = Items.readableBy("investigator").submission();
        Map<String, Object> statement = new HashMap<>(Map.of("title", "Material", "kind", "document"));
        if (!markings.isEmpty()) {
            statement.put("contentMarkings", markings);
        }
        String deposit = create("documenter", "submissions/" + submission + "/deposits", statement);
        return Enrolment.as("documenter")
                .contentType(mediaType)
                .body(bytes)
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
