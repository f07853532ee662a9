package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names in the vault and text about protected persons are nowhere in the index, whoever asks and past the server too. */
@QuarkusTest
@Tag("it")
class ProtectedTextTest {
    @Test
    void theIndexHoldsNoWordOfIt() throws Exception {
        String name = word();
        String text = word();
        String victim = Found.create("investigator", "victims", Map.of("type", "individual"));
        as("investigator")
                .body(Map.of("names", List.of(Map.of("text", name, "language", "en"))))
                .put("/api/v1/victims/" + victim + "/identity")
                .then()
                .statusCode(204);
        String item = Found.item(
                "documenter",
                Map.of(
                        "title",
                        "Record of " + text,
                        "kind",
                        "document",
                        "mediaType",
                        "text/plain",
                        "mayIdentifyProtectedPerson",
                        true),
                "She said: " + text);
        String pseudonym = as("investigator").get("/api/v1/victims/" + victim).path("pseudonym");
        String digest = as("documenter").get("/api/v1/items/" + item).path("id");
        await(() -> ids("investigator", pseudonym).contains(victim));
        await(() -> inIndex("\"" + digest + "\""));

        assertThat(inIndex(pseudonym)).isTrue();
        assertThat(inIndex(name)).isFalse();
        assertThat(inIndex(text)).isFalse();
        assertThat(ids("documenter", text)).isEmpty();
    }

    @Test
    void whatIsFoundToIdentifySomebodyIsLeftOutAtOnceAndStaysOutUnlessSomebodySaysNo() throws Exception {
        String word = word();
        Set<String> items = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            items.add(Found.item("documenter", Map.of("title", word + " " + i, "kind", "document"), "text"));
        }
        await(() -> ids("documenter", word).equals(items));
        JsonPath first = search("documenter", Map.of("q", word, "limit", 1)).jsonPath();
        Set<String> later = new HashSet<>(items);
        later.removeAll(first.<String>getList("hits.id"));
        String closed = later.iterator().next();

        revise(closed, 1, Map.of("title", word, "kind", "document", "mayIdentifyProtectedPerson", true));
        assertThat(ids("documenter", word)).hasSize(2).doesNotContain(closed);
        Thread.sleep(3_000); // the index has caught up by now; the page's view has not
        assertThat(search("documenter", Map.of("q", word, "limit", 1, "cursor", first.getString("next")))
                        .jsonPath()
                        .<String>getList("hits.id"))
                .doesNotContain(closed);

        revise(closed, 2, Map.of("title", word, "kind", "document"));
        as("documenter")
                .get("/api/v1/items/" + closed)
                .then()
                .body("metadata.mayIdentifyProtectedPerson", equalTo(true));
        revise(closed, 3, Map.of("title", word, "kind", "document", "mayIdentifyProtectedPerson", false));
        await(() -> ids("documenter", word).contains(closed));
    }

    private static void revise(String item, int basedOn, Map<String, Object> body) {
        as("documenter")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(body)
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(200);
    }

    /** Whether a document of this run holds the word in any field, or is of this id. */
    static boolean inIndex(String word) {
        String url = ConfigProvider.getConfig().getValue("aletheia.search.url", String.class);
        String prefix = ConfigProvider.getConfig().getValue("aletheia.search.index-prefix", String.class);
        String query = word.startsWith("\"")
                ? "{\"query\":{\"ids\":{\"values\":[\"item:" + word.replace("\"", "") + "\"]}}}"
                : "{\"query\":{\"simple_query_string\":{\"query\":\"" + word + "\"}}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/" + prefix + "-*/_search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            assertThat(answer).contains("\"hits\"");
            return !answer.contains("\"total\":{\"value\":0");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
