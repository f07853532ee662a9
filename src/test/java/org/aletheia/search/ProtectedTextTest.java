package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
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

    /** Whether a document of this run holds the word in any field, or is of this id. */
    private static boolean inIndex(String word) {
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
