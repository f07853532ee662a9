package org.aletheia.testing;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Disposes of records through the API, for tests that are about something else. */
public final class Disposing {
    private Disposing() {}

    /** The body of a request. @param records each as {@code kind/id} */
    public static Map<String, Object> body(String ground, String... records) {
        return Map.of(
                "records",
                Arrays.stream(records).map(Disposing::named).toList(),
                "ground",
                ground,
                "reason",
                "Handed in by mistake");
    }

    private static Map<String, String> named(String record) {
        List<String> parts = List.of(record.split("/", 2));
        return Map.of("kind", parts.getFirst(), "id", parts.getLast());
    }

    /** Decides about a request. */
    public static ValidatableResponse decide(String user, String disposal, String outcome) {
        return Records.post(
                user, "disposals/" + disposal + "/decisions", Map.of("outcome", outcome, "reason", "Looked at"));
    }

    /** What the Commission owns goes for good. @param records each as {@code kind/id} */
    public static String ofCommission(String... records) {
        String disposal = Records.create("investigator", "disposals", body("recorded-in-error", records));
        decide("counsel", disposal, "approved").statusCode(200);
        return disposal;
    }

    /** An item of the field team that was decided not to be kept, and that nobody else sees any more. */
    public static String notRetained() {
        return decided(Items.of("documenter"), "not-retained", "outside-mandate");
    }

    /** An item of the field team that is registered, and that nobody else sees any more. */
    public static String registered(String retentionRule) {
        return decided(Items.of("documenter", retentionRule), "registered", "relevant");
    }

    /** Takes an item through triage to a state; it is shared for that with whoever decides, and not any more after. */
    public static String decided(Items.Made made, String state, String reason) {
        String grantee = Enrolment.organisation("Commission").toString();
        String share =
                Records.create("documenter", "shares", Map.of("kind", "item", "record", made.id(), "grantee", grantee));
        step(made.id(), 1, "in-triage", "assigned");
        step(made.id(), 2, state, reason);
        Enrolment.as("documenter").delete("/api/v1/shares/" + share).then().statusCode(204);
        return made.id();
    }

    /** An item of the field team that is gone. */
    public static String item() {
        String item = notRetained();
        ofFieldTeam("item/" + item);
        return item;
    }

    /** What the field team owns goes for good. @param records each as {@code kind/id} */
    public static String ofFieldTeam(String... records) {
        String disposal = Records.create("documenter", "disposals", body("outside-mandate", records));
        decide("counsel2", disposal, "approved").statusCode(200);
        return disposal;
    }

    private static void step(String item, int basedOn, String state, String reason) {
        Enrolment.as("investigator")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Map.of("state", state, "reason", reason))
                .post("/api/v1/items/" + item + "/decisions")
                .then()
                .statusCode(200);
    }
}
