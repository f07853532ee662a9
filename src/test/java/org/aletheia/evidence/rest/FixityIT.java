package org.aletheia.evidence.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.LogLines;
import org.aletheia.verifier.ItemCheck;
import org.aletheia.verifier.ItemHistory;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stored bytes are read again, and what is found is told to everybody who has to know. */
@QuarkusTest
@Tag("it")
class FixityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MIB = 1 << 20;
    private static final int IN_PARTS = 9 * MIB;

    @Inject
    ObjectStores stores;

    @TestHTTPResource(management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    private final List<String> spoiled = new ArrayList<>();

    /** The estate that other tests look at has nothing damaged in it. */
    @AfterEach
    void forget() {
        spoiled.forEach(item -> Kept.change("delete from fixity where item = ?", UUID.fromString(item)));
    }

    @Test
    void whatIsIntactIsToldAndVerifies() {
        byte[] content = random(3 * MIB);
        var received = Evidence.received("documenter", content, Map.of());
        String item = received.extract().path("id");
        String receivedAt = received.extract().path("receivedAt");
        fixity("documenter", item)
                .then()
                .statusCode(200)
                .body("item", equalTo(item))
                .body("checkedAt", equalTo(receivedAt))
                .body("outcome", nullValue());
        as("documenter")
                .body(Map.of())
                .post("/api/v1/items/" + item + "/fixity-checks")
                .then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/items/" + item + "/fixity"))
                .body("requestedAt", notNullValue());
        Response state = outcome(item, "success");
        state.then().body("finding", nullValue()).body("requestedAt", nullValue());
        assertThat(state.<String>path("checkedAt")).isGreaterThan(receivedAt);

        Response history = history(item, "CE-FIXITY-CHECKED");
        Verdict verdict = verify(history, content);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).doesNotContain("unknown-type");
        List<DisclosedEvent> events = events(history);
        assertThat(types(events)).containsExactly("CE-RECEIVED", "CE-FIXITY-REQUESTED", "CE-FIXITY-CHECKED");
        assertThat(detail(events.getLast()))
                .isEqualTo(Map.of(
                        "outcome",
                        "success",
                        "trigger",
                        "requested",
                        "digests",
                        Map.of(
                                "sha-256", Digest.sha256(content).hex(),
                                "sha-512", sha512(content))));
        as("documenter").get(state.<String>path("event")).then().statusCode(200);
        assertThat(page(state))
                .as("what a check read is no receipt of it")
                .contains("CE-FIXITY-CHECKED", "nothing about any bytes")
                .doesNotContain("these bytes were held", Digest.sha256(content).hex());
    }

    @Test
    void whatIsDamagedIsAnEventAnAlarmAndAFigure() {
        byte[] content = random(3 * MIB);
        String item = spoiled(Kept.tampered(stores, content, 2 * MIB + 1000));
        try (LogLines log = LogLines.capture()) {
            request(item);
            outcome(item, "fail").then().body("finding", equalTo("content-altered"));
            assertThat(log.text()).contains("ERROR", "the bytes of item " + item + " are not those that were received");
        }
        Map<?, ?> detail = detail(events(history(item, "CE-FIXITY-CHECKED")).getLast());
        assertThat(detail).isEqualTo(Map.of("outcome", "fail", "trigger", "requested", "finding", "content-altered"));
        given().get(management.resolve("/q/health"))
                .then()
                .body("checks.find { it.name == 'fixity' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'fixity' }.data.damaged", equalTo(1));
        await().atMost(PATIENCE)
                .until(
                        () -> given().get(management.resolve("/q/metrics")).asString(),
                        text -> text.contains("aletheia_fixity_damaged 1.0"));
        as("documenter")
                .header("Accept-Language", "en")
                .get("/api/v1/items/" + item + "/custody-statement")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("were not those that were received"));
        assertThat(as("documenter")
                        .get("/api/v1/items/" + item + "/custody-statement/premis")
                        .asString())
                .containsPattern("<eventOutcome [^>]*>fail</eventOutcome>");
        assertThat(page(outcome(item, "fail")))
                .contains("CE-FIXITY-CHECKED", "nothing about any bytes")
                .doesNotContain("these bytes were held");

        forget();
        given().get(management.resolve("/q/health"))
                .then()
                .body("checks.find { it.name == 'fixity' }.status", equalTo("UP"));
    }

    /** The receipt of a check, to print, once the log has it. */
    private static String page(Response state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> as("documenter")
                                .accept("text/html")
                                .header("Accept-Language", "en")
                                .get(state.<String>path("event") + "/receipt")
                                .asString(),
                        text -> text.contains("Proves that"));
    }

    @Test
    void whatIsGoneIsMissed() {
        String item = spoiled(Evidence.item("documenter", bytes("soon gone"), Map.of()));
        evidence().delete(key(item));
        request(item);
        outcome(item, "fail").then().body("finding", equalTo("content-missing"));
        assertThat(types(events(history(item, "CE-FIXITY-CHECKED")))).doesNotContain("CE-CONTENT-REPAIRED");
    }

    @Test
    void bytesAreReadAgainWhenTheirTimeHasComeAndNotBefore() {
        String early = spoiled(Evidence.item("documenter", bytes("read not long ago"), Map.of()));
        String due = Evidence.item("documenter", bytes("read long ago"), Map.of());
        planned(early);
        planned(due);
        Kept.change("update fixity set checked_at = now() - interval '80 days' where item = ?", UUID.fromString(early));
        Kept.change("update fixity set checked_at = now() - interval '82 days' where item = ?", UUID.fromString(due));
        outcome(due, "success");
        assertThat(detail(events(history(due, "CE-FIXITY-CHECKED")).getLast()))
                .containsEntry("trigger", "planned")
                .extractingByKey("digests")
                .isEqualTo(
                        Map.of("sha-256", Digest.sha256(bytes("read long ago")).hex()));
        fixity("documenter", early).then().body("outcome", nullValue());
    }

    @Test
    void damagedBytesArePutBackFromACopyThatIsRight() {
        for (int length : new int[] {2000, IN_PARTS}) {
            byte[] content = random(length);
            String item = spoiled(Evidence.item("documenter", content, Map.of()));
            byte[] sealed = evidence().readAll(key(item), length + MIB);
            copies().put(key(item), sealed, "application/octet-stream");
            byte[] damaged = sealed.clone();
            damaged[damaged.length - 1] ^= 1;
            evidence().put(key(item), damaged, "application/octet-stream");
            request(item);
            outcome(item, "success");
            List<DisclosedEvent> events = events(history(item, "CE-CONTENT-REPAIRED", 5));
            assertThat(types(events))
                    .containsExactly(
                            "CE-RECEIVED",
                            "CE-FIXITY-REQUESTED",
                            "CE-FIXITY-CHECKED",
                            "CE-CONTENT-REPAIRED",
                            "CE-FIXITY-CHECKED");
            assertThat(detail(events.get(2))).containsEntry("outcome", "fail");
            assertThat(detail(events.get(3))).isEqualTo(Map.of("source", "second-bucket"));
            assertThat(detail(events.get(4)))
                    .containsEntry("outcome", "success")
                    .containsEntry("trigger", "repaired");
            assertThat(as("documenter")
                            .get("/api/v1/items/" + item + "/content")
                            .asByteArray())
                    .isEqualTo(content);
        }
    }

    @Test
    void aCopyThatIsWrongIsNotTaken() {
        String item = spoiled(Kept.tampered(stores, random(2000), 1000));
        byte[] damaged = evidence().readAll(key(item), MIB);
        copies().put(key(item), damaged, "application/octet-stream");
        request(item);
        outcome(item, "fail");
        assertThat(evidence().readAll(key(item), MIB)).isEqualTo(damaged);
        assertThat(types(events(history(item, "CE-FIXITY-CHECKED")))).doesNotContain("CE-CONTENT-REPAIRED");
    }

    /** A claim outlives whoever made it by hours; then the item is anybody's. */
    @Test
    void aCheckThatWaitsIsAskedForOnce() {
        String item = Evidence.item("documenter", bytes("asked for"), Map.of());
        planned(item);
        Kept.change("update fixity set claimed_till = now() + interval '1 hour' where item = ?", UUID.fromString(item));
        request(item);
        request(item);
        assertThat(requests(item)).isEqualTo(1);
        as("documenter")
                .body(Map.of("sha512", true))
                .post("/api/v1/items/" + item + "/fixity-checks")
                .then()
                .statusCode(202);
        request(item);
        assertThat(requests(item)).as("with SHA-512 it is more than before").isEqualTo(2);
        fixity("documenter", item).then().body("outcome", nullValue()).body("requestedAt", notNullValue());

        Kept.change(
                "update fixity set claimed_till = now() - interval '1 second' where item = ?", UUID.fromString(item));
        outcome(item, "success");
        assertThat(detail(events(history(item, "CE-FIXITY-CHECKED")).getLast()).toString())
                .contains("sha-512");
    }

    @Test
    void onlyWhoMayReadAnItemHasItRead() {
        String item = Evidence.item("documenter", bytes("not for all"), Map.of());
        String checks = "/api/v1/items/" + item + "/fixity-checks";
        given().contentType("application/json")
                .body("{}")
                .post(checks)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        given().get("/api/v1/items/" + item + "/fixity").then().statusCode(401);
        for (String stranger : List.of("documenter2", "auditor", "admin")) {
            fixity(stranger, item).then().statusCode(404);
            as(stranger).body(Map.of()).post(checks).then().statusCode(404);
        }
        Evidence.shareWithCommission(item);
        fixity("auditor", item).then().statusCode(200);
        as("auditor").body(Map.of()).post(checks).then().statusCode(404);
        as("documenter")
                .body(Map.of("sha512", "yes", "soon", true))
                .post(checks)
                .then()
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/sha512", "/soon")));
        as("documenter").body("[]").post(checks).then().statusCode(400);
        as("documenter")
                .get("/api/v1/items/" + UUID.randomUUID() + "/fixity")
                .then()
                .statusCode(404);
        assertThat(requests(item)).isZero();
    }

    /** That a body has an item checked shows its interest. */
    @Test
    void whoAskedIsShownToTheirOwnOrganisationOnly() {
        String item = Evidence.item("documenter", bytes("of interest"), Map.of());
        Evidence.shareWithCommission(item);
        as("investigator")
                .body(Map.of())
                .post("/api/v1/items/" + item + "/fixity-checks")
                .then()
                .statusCode(202);
        Response chain = history(item, "CE-FIXITY-CHECKED");
        DisclosedEvent request = events(chain).stream()
                .filter(event -> "CE-FIXITY-REQUESTED"
                        .equals(event.value(EventField.TYPE).orElseThrow()))
                .findFirst()
                .orElseThrow();
        assertThat(request.withheld()).contains(EventField.ACTOR, EventField.ORGANISATION, EventField.PURPOSE);
        assertThat(verify(chain, bytes("of interest")).passed()).isTrue();
    }

    private void request(String item) {
        as("documenter")
                .body(Map.of("sha512", false))
                .post("/api/v1/items/" + item + "/fixity-checks")
                .then()
                .statusCode(202);
    }

    private static long requests(String item) {
        return AdminDatabase.eventsOf(UUID.fromString(item)).stream()
                .filter("CE-FIXITY-REQUESTED"::equals)
                .count();
    }

    private String spoiled(String item) {
        spoiled.add(item);
        return item;
    }

    /** Until the follower has taken the item up. */
    private static void planned(String item) {
        await().atMost(PATIENCE)
                .until(() -> Kept.rows("select count(*) from fixity where item = ?", UUID.fromString(item)) == 1);
    }

    private static Response fixity(String user, String item) {
        return as(user).get("/api/v1/items/" + item + "/fixity");
    }

    private static Response outcome(String item, String outcome) {
        return await().atMost(PATIENCE)
                .until(() -> fixity("documenter", item), state -> outcome.equals(state.path("outcome")));
    }

    private static Response history(String item, String type) {
        return history(item, type, 1);
    }

    private static Response history(String item, String type, int events) {
        return await().atMost(PATIENCE)
                .until(
                        () -> as("documenter").get("/api/v1/items/" + item + "/history"),
                        answer -> answer.statusCode() == 200
                                && types(events(answer)).contains(type)
                                && events(answer).size() >= events);
    }

    private static List<DisclosedEvent> events(Response history) {
        Map<?, ?> document = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.parse(history.asByteArray()));
        return ((List<?>) Objects.requireNonNull(document.get("events")))
                .stream()
                        .map(entry -> DisclosedEvent.ofJson(((Map<?, ?>) entry).get("event")))
                        .toList();
    }

    private static List<String> types(List<DisclosedEvent> events) {
        return events.stream()
                .map(event -> event.value(EventField.TYPE).orElseThrow().toString())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> detail(DisclosedEvent event) {
        return (Map<String, Object>) event.value(EventField.DETAIL).orElseThrow();
    }

    private static Verdict verify(Response history, byte[] content) {
        String[] keys = given().get("/log/vkeys").asString().split("\n");
        return new ItemCheck(Trust.of(keys[0].split("\\+")[0], List.of(keys), 0), EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(history.asByteArray()), Optional.of(Digest.sha256(content)));
    }

    private static String sha512(byte[] content) {
        return java.util.HexFormat.of()
                .formatHex(DigestAlgorithm.SHA_512.newMessageDigest().digest(content));
    }

    private static String key(String item) {
        return "content/"
                + AdminDatabase.column("select object_id from item where id = ?", UUID.fromString(item))
                        .getFirst();
    }

    private ObjectStore evidence() {
        return stores.of(Bucket.EVIDENCE);
    }

    private ObjectStore copies() {
        return stores.evidenceCopies().orElseThrow();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
