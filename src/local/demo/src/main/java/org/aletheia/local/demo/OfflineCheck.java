package org.aletheia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.kernel.Digest;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.verifier.ItemCheck;
import org.aletheia.verifier.ItemHistory;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;

/**
 * Collects what the API hands out about one item and checks it with nothing else but the log's published keys: no
 * question to the server is part of the check itself.
 */
final class OfflineCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MS = 100;

    private final Api api;
    private final ObjectMapper json = new ObjectMapper();

    OfflineCheck(Api api) {
        this.api = api;
    }

    /** The item's whole custody chain with a proof for each event, in the verifier's format. */
    ItemHistory history(String item) throws IOException, InterruptedException {
        JsonNode chain =
                api.get("/api/v1/items/" + item + "/custody").expect(200).json();
        ObjectNode history = json.createObjectNode().put("format", ItemHistory.FORMAT);
        var events = history.putArray("events");
        for (JsonNode entry : chain.get("items")) {
            ObjectNode event = events.addObject();
            event.set("number", entry.get("number"));
            event.set("event", entry.get("event"));
            if (entry.has("opening")) {
                event.set("opening", entry.get("opening"));
            }
            event.put("proof", proof(entry.get("proof").asText()));
        }
        return ItemHistory.parse(json.writeValueAsBytes(history));
    }

    /** A proof can be had once a published checkpoint covers its event: a moment after the answer at most. */
    private String proof(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = api.get(path);
        while (reply.status() == 409 && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MS);
            reply = api.get(path);
        }
        return reply.expect(200).text();
    }

    /** What an expert would believe beforehand: the keys that the log publishes. */
    Trust trust() throws IOException, InterruptedException {
        List<String> keys = api.get("/log/vkeys").expect(200).text().lines().toList();
        return Trust.of(NoteVerifierKey.parse(keys.getFirst()).name(), keys, 0);
    }

    /** Runs every check on the history and on the bytes in hand. */
    static Verdict check(Trust trust, ItemHistory history, byte[] file) {
        return new ItemCheck(trust, EventTypeRegistry.builtIn()).check(history, Optional.of(Digest.sha256(file)));
    }
}
