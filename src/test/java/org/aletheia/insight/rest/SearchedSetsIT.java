package org.aletheia.insight.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A set is what a search finds, for whoever asks. */
@QuarkusTest
@Tag("it")
class SearchedSetsIT {
    private static final String TEAM = "documenter";
    private static final Map<String, Object> POINT = Map.of("type", "Point", "coordinates", List.of(36.2301, 49.9876));

    @Test
    void timelineAndMapAreMadeOfWhatIsFound() {
        String word = word();
        String first = incident(word, "2024-03-05");
        String second = incident(word, "2024-03-01");
        String other = Records.incident(TEAM);
        String victim = Records.victim(TEAM);
        found(word, 2);
        post(TEAM, "timeline", search(Map.of("q", word)))
                .statusCode(200)
                .body("entries.id", contains(second, first))
                .body("truncated", is(false));
        post(TEAM, "timeline", search(Map.of("q", word, "from", "2024-03-04", "kind", List.of("incident"))))
                .statusCode(200)
                .body("entries.id", contains(first));
        Map<String, Object> several = new HashMap<>(search(Map.of("q", word)));
        several.put("incident", other);
        several.put("records", List.of(Map.of("kind", "victim", "id", victim)));
        post(TEAM, "timeline", several)
                .statusCode(200)
                .body("entries.id", containsInAnyOrder(first, second, other))
                .body("undated.id", contains(victim));
        post(TEAM, "geojson", search(Map.of("q", word, "near", "36.23,49.98", "within", "5")))
                .statusCode(200)
                .body("features.id", containsInAnyOrder(first, second));
    }

    /** The answer to who may not see them is that to who asks for what there is not. */
    @Test
    void whoMayNotSeeThemCannotTell() {
        String word = word();
        incident(word, "2024-03-05");
        found(word, 1);
        for (String path : List.of("timeline", "geojson", "item-sheet")) {
            String hidden = as("documenter2")
                    .body(search(Map.of("q", word)))
                    .post("/api/v1/" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            post("documenter2", path, search(Map.of("q", word())))
                    .statusCode(200)
                    .body("$", equalTo(new io.restassured.path.json.JsonPath(hidden).get("$")));
        }
    }

    @Test
    void aSheetIsMadeOfTheItemsThatAreFound() {
        String word = word();
        Items.Made made = Items.of(TEAM);
        Records.put(TEAM, "items/" + made.id(), "\"r1\"", Map.of("title", "Note " + word, "kind", "document"))
                .statusCode(200);
        incident(word, "2024-03-05");
        found(word, 2);
        post(TEAM, "item-sheet", search(Map.of("q", word)))
                .statusCode(200)
                .body("items.item", contains(made.id()))
                .body("disposed", empty());
    }

    @Test
    void everythingWrongWithTheSearchIsSaidAtOnce() {
        Map<String, Object> asked = new HashMap<>(
                search(Map.of("from", "yesterday", "near", "x", "code", List.of("missing"), "language", List.of("?"))));
        asked.put("incident", UUID.randomUUID().toString());
        post(TEAM, "timeline", asked)
                .statusCode(400)
                .body("findings.pointer", hasItem("/incident"))
                .body("findings.pointer", hasItem("/search/from"))
                .body("findings.pointer", hasItem("/search/code"))
                .body("findings.pointer", hasItem("/search/language"));
        List<String> nothing = Collections.singletonList(null);
        post(TEAM, "timeline", search(Map.of("kind", nothing, "code", nothing, "language", nothing)))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/search/kind", "/search/code", "/search/language"));
        post(TEAM, "timeline", search(Map.of("kind", List.of("capacity"))))
                .statusCode(400)
                .body("findings.pointer", contains("/search/kind"))
                .body("findings.code", contains("kind-unknown"));
        post(TEAM, "item-sheet", search(Map.of("kind", List.of("incident"))))
                .statusCode(400)
                .body("findings.code", contains("kind-unknown"))
                .body("findings[0].allowed", contains("item"));
        Map<String, Object> both = new HashMap<>(search(Map.of("q", "x")));
        both.put("items", List.of(UUID.randomUUID().toString()));
        post(TEAM, "item-sheet", both).statusCode(400).body("findings.code", contains("selection-one"));
    }

    private static String incident(String word, String date) {
        return create(
                TEAM,
                "incidents",
                Map.of(
                        "title",
                        "Strike " + word,
                        "language",
                        "en",
                        "dates",
                        List.of(date),
                        "place",
                        Map.of("geometry", POINT, "precision", "vicinity", "country", "UA")));
    }

    private static Map<String, Object> search(Map<String, ?> asked) {
        return Map.of("search", asked);
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    private static void found(String word, int many) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(TEAM).queryParam("q", word)
                                .get("/api/v1/search")
                                .jsonPath()
                                .getInt("total.value")
                        == many);
    }
}
