package org.aletheia.evidence.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.ItemDecision;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.metadata.StoredStatements;
import org.aletheia.evidence.metadata.Tree;

/** The stored form of a decision. */
final class DecisionJson {
    private DecisionJson() {}

    static String write(ItemDecision decision) {
        return StoredStatements.write(new Tree()
                .put("state", decision.state().code())
                .put("reason", decision.reason())
                .put("note", decision.note())
                .text("at", decision.at())
                .text("member", decision.member())
                .map());
    }

    static ItemDecision read(String stored) {
        JsonNode json = StoredStatements.json(stored);
        return new ItemDecision(
                ItemState.parse(json.path("state").asText()),
                json.path("reason").asText(),
                json.hasNonNull("note") ? json.path("note").asText() : null,
                Instant.parse(json.path("at").asText()),
                UUID.fromString(json.path("member").asText()));
    }
}
