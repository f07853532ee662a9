package org.aletheia.testimony.vault;

import static org.aletheia.testing.Records.post;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;

/** Identities of victims as an investigator stores them and asks for them, and a case team approves that. */
final class GuardedIdentities {
    static final String REASON = "She asked to be called back.";

    private GuardedIdentities() {}

    static String canary() {
        return "Канарка" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String victim(String name) {
        String victim = Records.victim("investigator");
        store(victim, name);
        return victim;
    }

    static void store(String victim, String name) {
        Records.put(
                        "investigator",
                        "victims/" + victim + "/identity",
                        null,
                        Map.of("names", List.of(Map.of("language", "uk", "text", name)), "born", "1985"))
                .statusCode(204);
    }

    static Map<String, String> subject(String victim) {
        return Map.of("kind", "victim", "id", victim);
    }

    static JsonPath asked(String victim) {
        return post(
                        "investigator",
                        "identity-reveals",
                        Map.of("subject", subject(victim), "purpose", "victim-contact", "reason", REASON))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse approve(String reveal) {
        return Enrolment.as("case-team")
                .post("/api/v1/identity-reveals/" + reveal + "/approval")
                .then();
    }
}
