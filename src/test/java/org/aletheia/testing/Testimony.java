package org.aletheia.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes statements and what they need through the API. */
public final class Testimony {
    private Testimony() {}

    /** A sealed item that may identify a protected person, as testimony does by default. */
    public static String item(String user) {
        return item(user, "what was said");
    }

    /** The same with these words in it. */
    public static String item(String user, String words) {
        String submission = Records.create(
                user,
                "submissions",
                Map.of(
                        "title", "Interviews",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end"));
        String deposit = Records.create(
                user, "submissions/" + submission + "/deposits", Map.of("title", "Account", "kind", "testimony"));
        return Enrolment.as(user)
                .contentType("application/octet-stream")
                .body(words.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Names a victim. */
    public static Map<String, String> victim(String id) {
        return Map.of("kind", "victim", "id", id);
    }

    /** The least that a statement says. */
    public static Map<String, Object> body(String kind, String victim) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("givenBy", victim(victim));
        if (kind.equals("signed-statement")) {
            body.put("circumstances", Map.of("signature", Map.of("kind", "thumbprint", "date", "2024-03-06")));
        }
        return body;
    }

    /** The same with one member more. */
    public static Map<String, Object> body(String kind, String victim, String member, Object value) {
        Map<String, Object> body = body(kind, victim);
        body.put(member, value);
        return body;
    }

    /** A first account of a new victim. */
    public static String firstAccount(String user) {
        return Records.create(user, "statements", body("first-account", Records.victim(user)));
    }

    /** What was given, in one language, in a sealed item of its own. */
    public static Map<String, Object> original(String user, String language) {
        return Map.of("form", "original", "language", language, "item", item(user));
    }

    /** Everything a statement can say beside kind and person. */
    public static Map<String, Object> circumstances() {
        return Map.of(
                "sessions",
                List.of(Map.of(
                        "date",
                        "2024-03-05",
                        "minutes",
                        140,
                        "breaks",
                        List.of(Map.of("reason", "prayer", "minutes", 15), Map.of("reason", "rest", "times", 2)))),
                "place",
                Map.of(
                        "geometry",
                        Map.of("type", "Point", "coordinates", List.of(36.23, 49.99)),
                        "precision",
                        "locality",
                        "country",
                        "UA"),
                "setting",
                "shelter",
                "present",
                List.of(
                        Map.of("capacity", "interviewer", "who", Map.of("reference", "I-12"), "sex", "female"),
                        Map.of(
                                "capacity",
                                "interpreter",
                                "who",
                                Map.of("reference", "T-3"),
                                "languages",
                                List.of("uk", "en"),
                                "relation",
                                "none"),
                        Map.of("capacity", "support-person")),
                "languages",
                List.of("uk"),
                "readBack",
                Map.of("outcome", "read-aloud", "language", "uk", "corrections", 2),
                "supportPerson",
                "accepted",
                "supportReferral",
                "declined",
                "declaration",
                Map.of("kind", "oral", "date", "2024-03-05"),
                "signature",
                Map.of("kind", "mark", "date", "2024-03-05"));
    }
}
