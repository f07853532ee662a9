package org.aletheia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;

/** Finding again what was handed in: by words in two scripts, by place and by date. */
final class Search {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MS = 200;

    private final Api investigator;
    private final Narrator tell;

    Search(Cast cast, Narrator tell) {
        this.investigator = cast.as("investigator");
        this.tell = tell;
    }

    /** Asks until the item is among the hits: the index follows the record by a moment. */
    void finds(String item, String query, String how) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode hit = hit(item, query);
        while (hit == null && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MS);
            hit = hit(item, query);
        }
        if (hit == null) {
            throw new IllegalStateException("not found by " + how + ": " + query);
        }
        tell.step("Found by " + how);
        tell.detail("GET /api/v1/search?" + query);
    }

    private JsonNode hit(String item, String query) throws IOException, InterruptedException {
        Reply reply = investigator.get("/api/v1/search?" + query).expect(200);
        JsonNode hits = reply.json().get("hits");
        for (JsonNode hit : hits == null ? reply.json().get("items") : hits) {
            if (hit.get("id").asText().equals(item)) {
                return hit;
            }
        }
        return null;
    }

    static String words(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
