package org.aletheia.canary;

import static io.restassured.RestAssured.given;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Made;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.aletheia.testing.Tokens;
import org.jspecify.annotations.Nullable;

/** A working day in which names come up wherever they do: in the vault, in files and what they are called, in mistakes. */
final class Planting {
    private static final String TESTIMONY = "testimony";
    private static final RestAssuredConfig AS_WRITTEN = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final Seed control;
    private final List<Seed> seeds = new ArrayList<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    /** @param control what may be seen everywhere */
    Planting(Seed control) {
        this.control = control;
    }

    /** What was planted where nobody but the vault and who may read should see it. */
    List<Seed> seeds() {
        return Collections.unmodifiableList(seeds);
    }

    /** What was answered, but for the answers that give a name to whoever may have it. */
    Map<String, String> answers() {
        return Collections.unmodifiableMap(answers);
    }

    void everything() {
        String victim = Records.victim("investigator");
        vault("victims/" + victim, "identity of a victim");
        vault("persons/" + Records.create("investigator", "persons", Map.of()), "identity of a person");
        reveal(victim);
        mistakesWithIdentities(victim);
        String item = files();
        statements(victim, item);
        searches();
        exports(item, publicly());
    }

    private Seed seed(String place) {
        Seed seed = Seed.of(place);
        seeds.add(seed);
        return seed;
    }

    private void keep(String what, Response answer) {
        assertThat(answer.getStatusCode()).as(what).isLessThan(500);
        answers.put(
                what + " #" + answers.size(), answer.getStatusCode() + " " + answer.getHeaders() + answer.asString());
    }

    private void refused(String what, Response answer) {
        assertThat(answer.getStatusCode()).as(what).isBetween(400, 499);
        keep(what, answer);
    }

    private static Map<String, Object> identity(Seed seed) {
        return Map.of(
                "names",
                List.of(
                        Map.of("language", "uk", "text", seed.name()),
                        Map.of("language", "en", "text", seed.nickname())),
                "contacts",
                List.of(
                        Map.of("type", "phone", "value", seed.phone()),
                        Map.of("type", "address", "value", seed.village())),
                "documents",
                List.of(Map.of("type", "passport", "value", seed.nickname())),
                "born",
                "1984");
    }

    private void vault(String record, String place) {
        Response stored = as("investigator").body(identity(seed(place))).put("/api/v1/" + record + "/identity");
        assertThat(stored.getStatusCode()).isEqualTo(204);
        keep("identity stored", stored);
        keep("record under a pseudonym", as("investigator").get("/api/v1/" + record));
        keep("its revisions", as("investigator").get("/api/v1/" + record + "/revisions"));
    }

    private void reveal(String victim) {
        String reveal = Records.create(
                "investigator",
                "identity-reveals",
                Map.of(
                        "subject", Testimony.victim(victim),
                        "purpose", "victim-contact",
                        "reason", seed("reason of a reveal").text()));
        keep("approval denied", as("auditor").post("/api/v1/identity-reveals/" + reveal + "/approval"));
        Records.post("case-team", "identity-reveals/" + reveal + "/approval", Map.of())
                .statusCode(200);
        Records.post("investigator", "identity-reveals/" + reveal + "/identity", Map.of())
                .statusCode(200);
        keep("seen by another", as("case-team").post("/api/v1/identity-reveals/" + reveal + "/identity"));
    }

    private void mistakesWithIdentities(String victim) {
        Seed seed = seed("identity refused");
        String path = "/api/v1/victims/" + victim + "/identity";
        for (String body : List.of(
                "{\"names\":[{\"language\":\"" + seed.name() + "\",\"text\":\"a\"}]}",
                "{\"names\":\"" + seed.text() + "\"}",
                "{\"names\":[" + seed.text(),
                "{\"names\":[{\"language\":\"uk\",\"text\":\"" + seed.name() + "\",\"x\":\"" + seed.phone() + "\"}]}",
                "{\"names\":[{\"language\":\"uk\",\"text\":\"a\"}],\"born\":\"" + seed.village() + "\"}",
                "{\"names\":[{\"language\":\"uk\",\"text\":\"" + seed.text().repeat(300) + "\"}]}")) {
            refused("identity", as("investigator").body(body).put(path));
        }
        refused("no right", as("auditor").body(identity(seed)).put(path));
        refused(
                "no token",
                given().contentType("application/json").body(identity(seed)).put(path));
        Map<String, String> whom = Map.of("kind", seed.nickname(), "id", seed.name());
        refused(
                "reveal",
                as("investigator")
                        .body(Map.of("subject", whom, "purpose", seed.village(), "reason", seed.text()))
                        .post("/api/v1/identity-reveals"));
        refused(
                "erasure",
                as("counsel")
                        .body(Map.of("subject", whom, "ground", seed.text()))
                        .post("/api/v1/identity-erasures"));
        refused(
                "victim",
                as("investigator")
                        .body(Map.of("type", seed.name(), "sex", seed.nickname(), "majorityOn", seed.phone()))
                        .post("/api/v1/victims"));
        refused(
                "note",
                as("protection-officer")
                        .body(Map.of("type", "safe-contact", "by", seed.name(), "channels", List.of(seed.phone())))
                        .post("/api/v1/protection-notes"));
    }

    /** What nobody approved, and what is wrong with what is stated of it. */
    private void renditions(String item, byte[] input) {
        Seed seed = seed("transcript that nobody approved");
        String made = Made.text(item, input, "transcript", seed.text());
        keep("rendition", as("documenter").get("/api/v1/items/" + item + "/renditions/" + made));
        keep("passages", as("documenter").get("/api/v1/items/" + item + "/renditions/" + made + "/passages"));
        refused(
                "rendition",
                Made.send(
                        "documenter",
                        item,
                        Map.of("kind", seed.name(), "tool", seed.nickname(), "inputs", List.of(seed.phone())),
                        "text/plain",
                        input));
    }

    private String files() {
        upload(
                "photograph",
                seed("name of an uploaded file").text() + ".jpg",
                "a".getBytes(StandardCharsets.UTF_8),
                "image/jpeg");
        upload("photograph", null, TaggedFiles.photograph(seed("EXIF")), "image/jpeg");
        upload("audio", null, TaggedFiles.recording(seed("ID3")), "audio/mpeg");
        upload("document", null, TaggedFiles.document(seed("office document")), "application/zip");
        byte[] words = seed("testimony in text").text().getBytes(StandardCharsets.UTF_8);
        upload(TESTIMONY, null, words, "text/plain");
        byte[] wide = seed("testimony in UTF-16").text().getBytes(StandardCharsets.UTF_16);
        String item = upload(TESTIMONY, null, wide, "text/plain;charset=utf-16");
        renditions(item, wide);
        Map<String, Object> said = new HashMap<>(described(TESTIMONY, null, "text/plain"));
        said.put("fileName", seed("name of a file, stated later").text());
        Response revised =
                as("documenter").header("If-Match", "\"r1\"").body(said).put("/api/v1/items/" + item);
        assertThat(revised.getStatusCode()).isEqualTo(200);
        refused(
                "file name",
                as("documenter")
                        .header("If-Match", "\"r2\"")
                        .body(Map.of(
                                "title",
                                "T",
                                "kind",
                                TESTIMONY,
                                "fileName",
                                seed("file name refused").text() + "\u0000"))
                        .put("/api/v1/items/" + item));
        String abandoned = deposit(
                described(TESTIMONY, seed("name of a file that never came").text(), "text/plain"));
        refused(
                "another digest",
                as("documenter")
                        .contentType("application/octet-stream")
                        .header("Repr-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                        .body(seed("bytes that were refused").text().getBytes(StandardCharsets.UTF_8))
                        .put("/api/v1/deposits/" + abandoned + "/content"));
        form(
                seed("name of a file in a form").text() + ".txt",
                seed("file in a form").text());
        return item;
    }

    private static Map<String, Object> described(String kind, @Nullable String name, String type) {
        Map<String, Object> said = new HashMap<>(Map.of("title", "Delivery", "kind", kind, "mediaType", type));
        if (name != null) {
            said.put("fileName", name);
        }
        return said;
    }

    private static String submission() {
        return Records.create(
                "documenter",
                "submissions",
                Map.of(
                        "title", "Delivery",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end"));
    }

    private static String deposit(Map<String, Object> said) {
        return Records.create("documenter", "submissions/" + submission() + "/deposits", said);
    }

    /** An item of these bytes. */
    String upload(String kind, @Nullable String name, byte[] bytes, String type) {
        Response received = as("documenter")
                .contentType("application/octet-stream")
                .body(bytes)
                .put("/api/v1/deposits/" + deposit(described(kind, name, type)) + "/content");
        assertThat(received.getStatusCode()).isEqualTo(201);
        String item = received.path("id");
        assertThat(as("documenter")
                        .get("/api/v1/items/" + item + "/content?acknowledge=unreviewed")
                        .asByteArray())
                .isEqualTo(bytes);
        return item;
    }

    private void form(String name, String text) {
        String path = "/api/v1/submissions/" + submission() + "/items";
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"title\":\"Delivery\",\"kind\":\"testimony\"}";
        String file = "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text;
        for (String end : List.of("\r\n--b--\r\n", "")) {
            Response answer = given().config(AS_WRITTEN)
                    .auth()
                    .oauth2(Tokens.of("documenter"))
                    .contentType("multipart/form-data; boundary=b")
                    .body((head + file + end).getBytes(StandardCharsets.UTF_8))
                    .post(path);
            assertThat(answer.getStatusCode()).isEqualTo(end.isEmpty() ? 400 : 201);
            if (end.isEmpty()) {
                keep("form without an end", answer);
            }
        }
    }

    private void statements(String victim, String item) {
        Seed seed = seed("statement and claim refused");
        Map<String, Object> version = Map.of("form", "original", "language", "uk", "item", item);
        String own = Records.victim("documenter");
        String statement = Records.create("documenter", "statements", Testimony.body("first-account", own));
        Response given = as("documenter")
                .header("If-Match", "\"r1\"")
                .body(version)
                .post("/api/v1/statements/" + statement + "/versions");
        assertThat(given.getStatusCode()).isLessThan(300);
        Map<String, Object> place = Map.of("country", seed.village(), "precision", seed.name());
        refused(
                "statement",
                as("documenter")
                        .body(Testimony.body("first-account", own, "circumstances", Map.of("place", place)))
                        .post("/api/v1/statements"));
        refused(
                "witness",
                as("documenter").body(Testimony.body(seed.text(), seed.name())).post("/api/v1/statements"));
        refused(
                "present",
                as("documenter")
                        .body(Testimony.body(
                                "first-account",
                                own,
                                "circumstances",
                                Map.of(
                                        "present",
                                        List.of(Map.of(
                                                "capacity", "interviewer", "who", Map.of("reference", seed.name()))))))
                        .post("/api/v1/statements"));
        refused(
                "claim",
                as("victims-org")
                        .body(Map.of(
                                "claimant", seed.name(), "capacity", seed.nickname(), "facts", List.of(seed.text())))
                        .post("/api/v1/reparation-claims"));
        refused(
                "relative",
                as("documenter")
                        .body(Map.of("victim", seed.name(), "lastSeen", seed.text()))
                        .post("/api/v1/missing-persons"));
        refused(
                "case",
                as("case-team")
                        .body(Map.of(
                                "title",
                                "Case",
                                "language",
                                seed.text(),
                                "witnesses",
                                List.of(Map.of("kind", seed.name(), "id", victim))))
                        .post("/api/v1/case-files"));
        refused(
                "share",
                as("documenter")
                        .body(Map.of("kind", seed.nickname(), "record", seed.name(), "grantee", seed.text()))
                        .post("/api/v1/shares"));
        keep(
                "bulk",
                as("investigator")
                        .contentType("application/x-ndjson")
                        .body(("{\"kind\":\"victim\",\"record\":{\"type\":\"" + seed.text() + "\"}}\n")
                                .getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/bulk"));
    }

    private void searches() {
        Seed seed = seed("searches and addresses");
        for (String word :
                List.of(seed.name(), seed.nickname(), seed.village(), seed.phone(), "\"" + seed.text() + "\"")) {
            for (String user : List.of("investigator", "auditor")) {
                Response found = as(user).queryParam("q", word).get("/api/v1/search");
                assertThat(found.getStatusCode()).isEqualTo(200);
                keep("search", found);
            }
        }
        for (String parameter :
                List.of("kind", "language", "code", "from", "near", "bbox", "facets", "cursor", "limit")) {
            keep(
                    "search by " + parameter,
                    as("investigator").queryParam(parameter, seed.text()).get("/api/v1/search"));
        }
        for (String path : List.of("victims/", "items/", "statements/", "search/", "identity-reveals/", "nothing/")) {
            String address = "/api/v1/" + path + URLEncoder.encode(seed.nickname(), StandardCharsets.UTF_8);
            refused("address " + path, as("investigator").get(address));
        }
        keep(
                "purpose",
                as("investigator").header("Aletheia-Purpose", seed.nickname()).get("/api/v1/victims"));
        refused(
                "tag",
                as("investigator")
                        .header("If-Match", seed.nickname())
                        .body(Map.of("type", "individual"))
                        .put("/api/v1/victims/" + Records.victim("investigator")));
        keep(
                "language",
                as("investigator").header("Accept-Language", seed.nickname()).get("/api/v1/nothing"));
        keep(
                "token",
                given().auth()
                        .oauth2(seed.nickname() + "." + seed.nickname() + "." + seed.nickname())
                        .get("/api/v1/victims"));
    }

    /** An incident that says aloud what may be said aloud. */
    private String publicly() {
        return Records.create(
                "investigator",
                "incidents",
                Map.of("title", "Strike on " + control.text(), "language", "en", "dates", List.of("2024-03-05")));
    }

    private void exports(String item, String incident) {
        keep("incident", as("investigator").get("/api/v1/incidents/" + incident));
        keep("dossier", as("investigator").get("/api/v1/dossier?kind=incident&id=" + incident));
        keep("graph", as("investigator").get("/api/v1/graph?kind=incident&id=" + incident));
        Records.create(
                "documenter",
                "shares",
                Map.of("kind", "item", "record", item, "grantee", Enrolment.organisation("Commission")));
        for (String format : List.of("", "?format=html", "?format=csv")) {
            keep(
                    "sheet" + format,
                    as("auditor").body(Map.of("items", List.of(item))).post("/api/v1/item-sheet" + format));
        }
        keep("revisions of an item", as("documenter").get("/api/v1/items/" + item + "/revisions"));
        for (String path : List.of("custody", "custody-statement", "custody-statement/premis", "history", "findings")) {
            keep(path, as("documenter").get("/api/v1/items/" + item + "/" + path));
        }
        keep("timeline", as("investigator").body(Map.of("items", List.of(item))).post("/api/v1/timeline"));
        keep("events", as("documenter").get("/api/v1/items/" + item + "/access-record"));
    }
}
