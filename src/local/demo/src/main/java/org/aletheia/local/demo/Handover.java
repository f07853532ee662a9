package org.aletheia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;

/** The photograph's memory card goes from the field team to the commission, under seal; then its chain is read. */
final class Handover {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MS = 100;
    private static final Map<String, Object> SEAL = Map.of("number", "AB-000123", "condition", "intact");

    private final Cast cast;
    private final Narrator tell;
    private final String item;

    Handover(Cast cast, Narrator tell, String item) {
        this.cast = cast;
        this.tell = tell;
        this.item = item;
    }

    void handOver(String commission) throws IOException, InterruptedException {
        Api documenter = cast.as("documenter");
        documenter
                .post(
                        "/api/v1/items/" + item + "/custody-events",
                        Map.of("type", "CE-SEALED", "happened", "2014-03-09", "seal", SEAL))
                .expect(201);
        Reply offer = documenter
                .post(
                        "/api/v1/items/" + item + "/transfers",
                        Map.of("receiver", commission, "purpose", "examination", "seal", SEAL))
                .expect(201);
        Reply accepted = cast.as("case-team")
                .post(
                        "/api/v1/transfers/" + offer.json().get("id").asText() + "/decisions",
                        Map.of("state", "accepted", "happened", "2014-03-10", "seal", SEAL))
                .expect(201);
        tell.step(
                "The field team seals the photograph's card and offers it; the commission accepts it, seal as offered:"
                        + " each step is an event under its own member's token, with a receipt");
        tell.detail("receipt of the acceptance: "
                + accepted.json().at("/step/entry").asText());
        Reply refused = documenter.post(
                "/api/v1/items/" + item + "/custody-events",
                Map.of("type", "CE-SAMPLED", "happened", "2014-03-11", "reason", "testing"));
        tell.detail("the field team samples what it has not got any more: "
                + refused.expect(409).json().at("/discrepancies/0").asText());
    }

    void readChain() throws IOException, InterruptedException {
        JsonNode chain = chain();
        tell.step("Its chain of custody, with the gap in its place:");
        for (JsonNode entry : chain.get("items")) {
            JsonNode detail = field(entry, "detail");
            String when = Optional.of(
                            detail.path("happened").asText(detail.path("period").asText()))
                    .filter(text -> !text.isEmpty())
                    .map(text -> ", " + text)
                    .orElse("");
            String why = field(entry, "reason").asText("");
            tell.detail(entry.get("number").asText() + "  "
                    + field(entry, "type").asText() + when + (why.isEmpty() || why.equals("null") ? "" : ", " + why));
        }
    }

    /** An event is in the chain a moment after its answer. */
    private JsonNode chain() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Reply chain = cast.as("investigator").get("/api/v1/items/" + item + "/custody");
        while (!chain.text().contains("CE-TRANSFER-ACCEPTED") && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MS);
            chain = cast.as("investigator").get("/api/v1/items/" + item + "/custody");
        }
        return chain.expect(200).json();
    }

    private static JsonNode field(JsonNode entry, String name) {
        for (JsonNode field : entry.at("/event/fields")) {
            if (field.path("name").asText().equals(name)) {
                return field.path("value");
            }
        }
        return entry.path("absent");
    }
}
