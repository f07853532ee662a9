package org.aletheia.testimony.handin;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.HandingIn;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;

/** Statements that the field team hands in for the victims' association. */
final class SomeStatement {
    static final String PATH = "handed-in/statements";
    /** On which nothing else happened. */
    static final String DAY = "1911-11-11";

    private SomeStatement() {}

    /** The victims' association lets the field team hand statements in for an hour. */
    static Delegating delegation() {
        return delegation("statement");
    }

    static Delegating delegation(String... kinds) {
        return Delegating.to(
                "victims-org", "Field Team", List.of(kinds), Instant.now().plus(Duration.ofHours(1)));
    }

    static Map<String, Object> statement() {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "first-account");
        body.put("circumstances", Map.of("sessions", List.of(Map.of("date", DAY))));
        return body;
    }

    /** A consent that the person gave, having been told everything. */
    static Map<String, Object> consent(String scope, String answer) {
        Map<String, Object> body = new HashMap<>();
        body.put("givenBy", Map.of("capacity", "self"));
        body.put("recorded", "signature");
        body.put("date", "2026-03-05");
        body.put("language", "uk");
        body.put(
                "informed",
                List.of(
                        "purpose",
                        "users",
                        "risks",
                        "limits-of-confidentiality",
                        "right-to-refuse",
                        "right-to-withdraw",
                        "no-benefit",
                        "storage-time",
                        "compelled-disclosure",
                        "defence-receives"));
        body.put("capacity", "able");
        body.put("occasion", "interview");
        body.put("scopes", List.of(Map.of("scope", scope, "answer", answer)));
        return body;
    }

    static Map<String, Object> body() {
        return body(statement(), consent("CS-STORE", "yes"));
    }

    static Map<String, Object> body(Map<String, ?> statement, Map<String, ?> consent) {
        return Map.of("onBehalfOf", HandingIn.association(), "statement", statement, "consent", consent);
    }

    static Map<String, Object> with(Map<String, ?> body, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return changed;
    }

    static ValidatableResponse handIn(String user, Map<String, ?> body) {
        return Records.post(user, PATH, body);
    }

    /** What was made of one that was let in. */
    record Given(String statement, String person, String consent) {
        static Given of(ValidatableResponse answer) {
            return new Given(
                    answer.statusCode(201).extract().path("statement.id"),
                    answer.extract().path("person.id"),
                    answer.extract().path("consent.id"));
        }

        static Given of() {
            return of(handIn("documenter", body()));
        }
    }

    /** Names somebody. */
    static Map<String, String> victim(String id) {
        return Testimony.victim(id);
    }
}
