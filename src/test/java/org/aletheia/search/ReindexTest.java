package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
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

/** Indexes are made anew from the record: on request while serving, and by themselves when Elasticsearch lost them. */
@QuarkusTest
@Tag("it")
class ReindexTest {
    @Test
    void aRebuildWhileServingLosesNothing() throws Exception {
        String word = word();
        Set<String> records = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            records.add(Found.incident("documenter", word + " before " + i));
        }
        await(() -> ids("documenter", word).equals(records));
        Set<String> before = Set.copyOf(records);

        as("admin").post("/api/v1/search/reindex").then().statusCode(202).body("state", equalTo("running"));
        for (int round = 0; round < 15; round++) {
            records.add(Found.incident("documenter", word + " during " + round));
            assertThat(ids("documenter", word)).containsAll(before);
        }
        await(() -> state().equals("done"));
        records.add(Found.incident("documenter", word + " after"));

        await(() -> ids("documenter", word).equals(records));
        as("admin")
                .get("/api/v1/search/reindex")
                .then()
                .statusCode(200)
                .body("reason", equalTo("requested"))
                .body("endedAt", notNullValue());
    }

    @Test
    void onlyAdministratorsRebuild() {
        for (String user : List.of("documenter", "auditor", "investigator")) {
            as(user).post("/api/v1/search/reindex").then().statusCode(403);
            as(user).get("/api/v1/search/reindex").then().statusCode(403);
        }
    }

    @Test
    void lostIndexesAnswer503AndComeBackByThemselves() throws Exception {
        String word = word();
        String kept = Found.incident("documenter", word);
        await(() -> ids("documenter", word).contains(kept));

        deleteIndexes();
        await(() -> search("documenter", Map.of("q", word)).statusCode() == 503 || state().equals("running"));
        String meanwhile = Found.incident("documenter", word + " meanwhile");

        await(() -> search("documenter", Map.of("q", word)).statusCode() == 200);
        await(() -> ids("documenter", word).equals(Set.of(kept, meanwhile)));
    }

    private static String state() {
        return as("admin").get("/api/v1/search/reindex").path("state");
    }

    private static void deleteIndexes() throws Exception {
        String url = ConfigProvider.getConfig().getValue("aletheia.search.url", String.class);
        String prefix = ConfigProvider.getConfig().getValue("aletheia.search.index-prefix", String.class);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest list = HttpRequest.newBuilder(URI.create(url + "/_cat/indices/" + prefix + "-*?h=index"))
                    .build();
            for (String index :
                    client.send(list, BodyHandlers.ofString()).body().lines().toList()) {
                HttpRequest delete = HttpRequest.newBuilder(URI.create(url + "/" + index.strip()))
                        .DELETE()
                        .build();
                assertThat(client.send(delete, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
