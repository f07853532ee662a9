package org.aletheia.search;

import static io.restassured.RestAssured.given;
import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Enrolment.asGuest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.http.Cursors;
import org.aletheia.search.elastic.PointInTime;
import org.aletheia.testing.Enrolment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a caller asks through the API and is answered. */
@QuarkusTest
@Tag("it")
class SearchTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    @SuppressWarnings("NullAway.Init")
    URI readiness;

    @Inject
    Cursors cursors;

    @Inject
    SearchConfig config;

    @Test
    void anItemIsFoundByItsTextInTwoScriptsByDateAndByPlace() throws Exception {
        String word = word();
        String item = Found.item(
                "documenter",
                Map.of(
                        "title",
                        "Statement of the water works " + word,
                        "kind",
                        "document",
                        "mediaType",
                        "text/plain; charset=utf-8",
                        "languages",
                        List.of("ar", "en"),
                        "captured",
                        "2014-03-05",
                        "place",
                        Map.of(
                                "geometry",
                                Map.of("type", "Point", "coordinates", List.of(36.29, 33.51)),
                                "precision",
                                "vicinity")),
                "The villages were burned. الفيضانات شردت العائلات في القرى");
        await(() -> ids("documenter", word).contains(item));

        assertThat(ids("documenter", word + " burning village")).containsExactly(item);
        assertThat(ids("documenter", word + " عائلة")).containsExactly(item);
        search("documenter", Map.of("q", word, "from", "2014-03", "to", "2014-03", "near", "36.3,33.5", "within", "20"))
                .then()
                .statusCode(200)
                .body("hits.id", contains(item))
                .body("hits[0].kind", equalTo("item"))
                .body("hits[0].title", equalTo("Statement of the water works " + word));
        search("documenter", Map.of("q", word, "from", "2015"))
                .then()
                .body("hits", empty())
                .body("total.value", equalTo(0));
        search("documenter", Map.of("q", word, "bbox", "0,0,10,10")).then().body("hits", empty());
        search("documenter", Map.of("q", word, "kind", "incident")).then().body("hits", empty());
        search("documenter", Map.of("q", word, "language", "ar", "facets", "kind,language,year,place"))
                .then()
                .body("hits.id", contains(item))
                .body("facets.kind[0].value", equalTo("item"))
                .body("facets.kind[0].count", equalTo(1))
                .body("facets.language.value", hasItem("en"))
                .body("facets.year.value", contains("2014"))
                .body("facets.place.value", contains("svc"));
    }

    @Test
    void highlightsAreTextWithPositions() throws Exception {
        // the Chinese analyser would take this word apart at each digit
        String word = "w1" + word();
        String incident = Found.incident("documenter", "<script>alert(1)</script> " + word);
        await(() -> ids("documenter", word).contains(incident));

        search("documenter", Map.of("q", word))
                .then()
                .body("hits[0].highlights[0].field", equalTo("title"))
                .body("hits[0].highlights[0].text", equalTo("<script>alert(1)</script> " + word))
                .body("hits[0].highlights[0].marks[0].start", equalTo(26))
                .body("hits[0].highlights[0].marks[0].end", equalTo(26 + word.length()));
    }

    @Test
    void sharingOpensAndEndingTheShareClosesAtOnce() throws Exception {
        String word = word();
        String incident = Found.incident("documenter", "convoy " + word);
        await(() -> ids("documenter", word).contains(incident));
        assertThat(ids("investigator", word)).isEmpty();

        String share = Found.share("documenter", "incident", incident, "Commission");
        await(() -> ids("investigator", word).contains(incident));
        as("documenter").delete("/api/v1/shares/" + share).then().statusCode(204);

        search("investigator", Map.of("q", word, "facets", "kind"))
                .then()
                .body("hits", empty())
                .body("total.value", equalTo(0))
                .body("facets.kind", empty());
        assertThat(ids("documenter", word)).as("its own organisation keeps it").containsExactly(incident);
    }

    @Test
    void aPageThatWasBegunBeforeTheShareEndedDoesNotShowTheRecord() throws Exception {
        String word = word();
        Set<String> records = new HashSet<>();
        Map<String, String> shares = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            String incident = Found.incident("documenter", "convoy " + word + " " + i);
            records.add(incident);
            shares.put(incident, Found.share("documenter", "incident", incident, "Commission"));
        }
        await(() -> ids("investigator", word).equals(records));
        JsonPath first = search("investigator", Map.of("q", word, "limit", 2)).jsonPath();
        Set<String> later = new HashSet<>(records);
        later.removeAll(first.<String>getList("hits.id"));
        String closed = later.iterator().next();
        as("documenter").delete("/api/v1/shares/" + shares.get(closed)).then().statusCode(204);
        Thread.sleep(3_000); // the index has caught up by now; the page's view has not

        JsonPath second = search("investigator", Map.of("q", word, "limit", 2, "cursor", first.getString("next")))
                .jsonPath();
        JsonPath third = search("investigator", Map.of("q", word, "limit", 200)).jsonPath();

        assertThat(second.<String>getList("hits.id")).hasSize(2).doesNotContain(closed);
        assertThat(third.<String>getList("hits.id")).hasSize(5).doesNotContain(closed);
    }

    @Test
    void aViewThatIsKeptAliveIsReadNoLongerThanRestrictionsAreRemembered() throws Exception {
        String word = word();
        Set<String> records =
                Set.of(Found.incident("documenter", "convoy " + word), Found.incident("documenter", "column " + word));
        await(() -> ids("documenter", word).equals(records));
        String next = search("documenter", Map.of("q", word, "limit", 1)).path("next");
        Duration readable = config.cursorLifetime().multipliedBy(2);

        search("documenter", Map.of("q", word, "limit", 1, "cursor", older(word, next, readable.minusSeconds(30))))
                .then()
                .statusCode(200);
        search("documenter", Map.of("q", word, "limit", 1, "cursor", older(word, next, readable.plusSeconds(1))))
                .then()
                .statusCode(410)
                .body("code", equalTo("cursor-expired"));
        assertThat(PointInTime.longestView(config.cursorLifetime()))
                .as("rows that exclude outlive every view")
                .isGreaterThan(readable);
    }

    /** The cursor, as if its view had been opened so much earlier. */
    private String older(String word, String cursor, Duration by) {
        UUID member = Enrolment.member("documenter");
        String key =
                QueryKey.of(new SearchQuery(word, Set.of(), Set.of(), Set.of(), null, null, null, null, Set.of(), 1));
        PagePosition page = PagePosition.parse(cursors.open(member, key, cursor));
        PointInTime point =
                new PointInTime(page.point().id(), page.point().openedAt().minus(by));
        return cursors.seal(member, key, new PagePosition(point, page.last(), page.seen()).text());
    }

    @Test
    void whoMayNotReadContentsNeitherFindsNorSeesWordsOfThem() throws Exception {
        String title = word();
        String content = word();
        String item = Found.item(
                "documenter",
                Map.of("title", "Notes " + title, "kind", "document", "mediaType", "text/plain"),
                title + " said by " + content);
        Found.share("documenter", "item", item, "Commission");
        await(() -> ids("investigator", content).contains(item));
        await(() -> ids("auditor", title).contains(item));

        assertThat(ids("auditor", content)).isEmpty();
        assertThat(ids("auditor", content.substring(0, 20) + "*")).isEmpty();
        search("auditor", Map.of("q", title)).then().body("hits[0].highlights.field", contains("title"));
        search("investigator", Map.of("q", title)).then().body("hits[0].highlights.field", hasItem("content"));
    }

    @Test
    void pagesFollowEachOtherAndCursorsCannotBeLent() throws Exception {
        String word = word();
        Set<String> records = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            records.add(Found.incident("documenter", "convoy " + word + " " + i));
        }
        await(() -> ids("documenter", word).equals(records));
        List<String> seen = new ArrayList<>();
        JsonPath page = search("documenter", Map.of("q", word, "limit", 3)).jsonPath();
        String first = page.getString("next");
        seen.addAll(page.getList("hits.id"));
        while (page.getString("next") != null) {
            page = search("documenter", Map.of("q", word, "limit", 3, "cursor", page.getString("next")))
                    .jsonPath();
            seen.addAll(page.getList("hits.id"));
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(records);
        search("documenter", Map.of("q", "other", "cursor", first))
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        search("documenter2", Map.of("q", word, "cursor", first))
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @Test
    void eachSearchIsAnEventOfEachHit() throws Exception {
        String word = word();
        String item = Found.item("documenter", Map.of("title", word, "kind", "document"), "text");
        await(() -> ids("documenter", word).contains(item));

        await(() -> as("documenter")
                .get("/api/v1/items/" + item + "/access-record")
                .jsonPath()
                .<String>getList("items.event.fields.flatten().findAll { it.name == 'type' }.value")
                .contains("CE-ACCESS-SEARCH"));
    }

    @Test
    void malformedQueriesNameEveryFault() {
        search(
                        "investigator",
                        Map.of(
                                "kind", "unicorn",
                                "from", "2014-99",
                                "near", "36,91",
                                "within", "x",
                                "bbox", "1,2,3",
                                "facets", "kind,colour"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("findings", hasSize(6));
        search("investigator", Map.of("kind", "share")).then().statusCode(400);
    }

    @Test
    void onlyEnrolledMembersSearchAndAdministratorsFindNoRecords() {
        given().get("/api/v1/search").then().statusCode(401);
        asGuest("outsider").get("/api/v1/search").then().statusCode(403);
        search("admin", Map.of("facets", "kind"))
                .then()
                .statusCode(200)
                .body("hits", empty())
                .body("total.value", equalTo(0))
                .body("next", nullValue());
    }

    @Test
    void searchSaysWhatItCanDo() {
        asGuest("admin")
                .get(readiness)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'search' }.data.indexes", notNullValue());
    }
}
