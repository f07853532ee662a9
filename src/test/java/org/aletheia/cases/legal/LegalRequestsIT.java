package org.aletheia.cases.legal;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What authorities and persons asked by law, what counsel said, and exactly what was given. */
@QuarkusTest
@Tag("it")
class LegalRequestsIT {
    private static final String EVENT =
            "select id from (select event_id as id, event_type, subject_ids from journal union all"
                    + " select event_id, event_type, subject_ids from journal_pending) e"
                    + " where event_type = ? and ? = any (subject_ids)";

    @Test
    void counselEntersARequestAndWritesWhatBecameOfIt() {
        String id = create("counsel", "legal-requests", body(Map.of()));
        get("counsel", "legal-requests/" + id)
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .body("authority", equalTo("Regional Court"))
                .body("notice.state", equalTo("banned"))
                .body("given", nullValue());
        String item = Items.readableBy("investigator").id();
        Enrolment.as("investigator")
                .get("/api/v1/items/" + item + "/content")
                .then()
                .statusCode(200);
        Map<String, String> given = Map.of("kind", "item", "id", item, "event", event("CE-ACCESS-DOWNLOAD", item));
        put("counsel", "legal-requests/" + id, "\"r1\"", answered(given))
                .statusCode(200)
                .body("review.by", equalTo(Enrolment.member("counsel").toString()))
                .body("given.event", contains(given.get("event")));
        put("counsel", "legal-requests/" + id, "\"r2\"", body(Map.of()))
                .statusCode(400)
                .body("findings.code", contains("given-stays"));
        get("disclosure-officer", "legal-requests/" + id).statusCode(200).body("state", equalTo("complied"));
        get("counsel", "legal-requests/" + id + "/revisions").body("items", hasSize(2));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(id))).containsSubsequence("RECORD-CREATED", "RECORD-REVISED");
        assertThat(Records.listed("counsel", "legal-requests")).contains(id);
    }

    @Test
    void nobodyElseKnowsOfIt() {
        String id = create("counsel", "legal-requests", body(Map.of()));
        for (String user : List.of(
                "admin",
                "investigator",
                "case-team",
                "auditor",
                "protection-officer",
                "claims-officer",
                "documenter",
                "counsel2",
                "victims-org")) {
            get(user, "legal-requests/" + id).statusCode(404);
            get(user, "legal-requests/" + id + "/revisions").statusCode(404);
            get(user, "legal-requests").statusCode(200).body("items", hasSize(0));
        }
        for (String user : List.of("disclosure-officer", "investigator", "admin")) {
            post(user, "legal-requests", body(Map.of())).statusCode(403);
        }
        put("disclosure-officer", "legal-requests/" + id, "\"r1\"", body(Map.of()))
                .statusCode(404);
        post(
                        "counsel",
                        "shares",
                        Map.of(
                                "kind",
                                "legal-request",
                                "record",
                                id,
                                "grantee",
                                Enrolment.organisation("Field Team").toString()))
                .statusCode(404);
    }

    /** What was given is what an event of the log says, of the organisation itself and about that record. */
    @Test
    void onlyWhatTheLogKnowsWasGiven() {
        String id = create("counsel", "legal-requests", body(Map.of()));
        Items.Made made = Items.readableBy("investigator");
        Enrolment.as("investigator").get("/api/v1/items/" + made.id()).then().statusCode(200);
        String other = Items.readableBy("investigator").id();
        Enrolment.as("investigator")
                .get("/api/v1/items/" + other + "/content")
                .then()
                .statusCode(200);
        String download = event("CE-ACCESS-DOWNLOAD", other);
        List<Map<String, String>> wrong = List.of(
                Map.of(
                        "kind",
                        "item",
                        "id",
                        made.id(),
                        "event",
                        UUID.randomUUID().toString()),
                Map.of("kind", "item", "id", made.id(), "event", download),
                Map.of("kind", "item", "id", made.id(), "event", event("CE-ACCESS-VIEW", made.id())),
                Map.of("kind", "item", "id", made.id(), "event", event("GOV-SHARE-GIVEN", made.id())));
        for (Map<String, String> given : wrong) {
            put("counsel", "legal-requests/" + id, "\"r1\"", answered(given))
                    .statusCode(400)
                    .body("findings.pointer", contains("/given/0/event"));
        }
    }

    @Test
    void everythingWrongIsFoundAtOnce() {
        post("counsel", "legal-requests", Map.of("asserted", List.of(Map.of("ground", "other-ground"))))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        containsInAnyOrder(
                                "/type", "/dated", "/received", "/scope", "/asserted/0/words", "/notice", "/state"));
        post("counsel", "legal-requests", body(Map.of("state", "complied")))
                .statusCode(400)
                .body("findings.pointer", contains("/review", "/given"));
        post("counsel", "legal-requests", body(Map.of("type", "data-subject-request")))
                .statusCode(400)
                .body("findings.pointer", contains("/authority"));
        post("counsel", "legal-requests", body(Map.of("notice", Map.of("state", "banned"))))
                .statusCode(400)
                .body("findings.pointer", contains("/notice/ground"));
    }

    private static String event(String type, String record) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> AdminDatabase.column(EVENT, type, UUID.fromString(record)), found -> !found.isEmpty())
                .getFirst();
    }

    private static Map<String, Object> answered(Map<String, String> given) {
        return body(Map.of(
                "review", Map.of("outcome", "binding-in-part", "reason", "The rest is privileged."),
                "given", List.of(given),
                "state", "complied"));
    }

    private static Map<String, Object> body(Map<String, Object> other) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type", "court-order",
                "authority", "Regional Court",
                "country", "UA",
                "reference", "12/345",
                "dated", "2026-03-01",
                "received", "2026-03-04",
                "scope", "All recordings of the market on 2024-03-05",
                "asserted", List.of(Map.of("ground", "confidential-source", "words", "Given for other purposes")),
                "notice", Map.of("state", "banned", "ground", "Section 5 of the order", "on", "2026-09-01"),
                "state", "received"));
        body.putAll(other);
        return body;
    }
}
