package org.aletheia.evidence.handling.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;

/** The steps that tests of custody have in common. */
final class Custody {
    static final Map<String, Object> SEAL = Map.of("number", "AB-000123", "condition", "intact");

    private Custody() {}

    /** An item of the field team, under seal. */
    static String sealed() {
        String item = Items.of("documenter").id();
        record("documenter", item, Map.of("type", "CE-SEALED", "happened", "2026-03-05", "seal", SEAL))
                .statusCode(201);
        return item;
    }

    static ValidatableResponse record(String user, String item, Map<String, ?> body) {
        return Records.post(user, "items/" + item + "/custody-events", body);
    }

    static String commission() {
        return Enrolment.organisation("Commission").toString();
    }

    static String fieldTeam() {
        return Enrolment.organisation("Field Team").toString();
    }

    static void shareWithCommission(String item) {
        Records.create("documenter", "shares", Map.of("kind", "item", "record", item, "grantee", commission()));
    }

    /** The chain of custody once it has an event of this type. */
    static Response chain(String user, String item, String type) {
        return until(() -> as(user).get("/api/v1/items/" + item + "/custody"), answer -> types(answer)
                .contains(type));
    }

    static Response until(java.util.concurrent.Callable<Response> asked, Predicate<Response> met) {
        return await().atMost(Duration.ofSeconds(60))
                .until(asked, answer -> answer.statusCode() == 200 && met.test(answer));
    }

    static List<String> types(Response chain) {
        return chain.path("items.event.fields.collect { it.find { it.name == 'type' }.value }");
    }

    /** The values of a field, where it is shown; null where it is withheld. */
    static <T> List<T> values(Response chain, String field) {
        return chain.path("items.event.fields.collect { it.find { it.name == '" + field + "' }.value }");
    }

    /** The detail of the last event of a type. */
    static Map<String, Object> detail(Response chain, String type) {
        return Custody.<Map<String, Object>>values(chain, "detail")
                .get(types(chain).lastIndexOf(type));
    }
}
