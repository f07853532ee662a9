package org.aletheia.custody.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeProofs;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log as a stranger sees it: no login, standard paths, everything recomputed from what is served. */
@QuarkusTest
@Tag("it")
class LogResourceTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    @SuppressWarnings("NullAway.Init")
    URI readiness;

    @Inject
    Journal journal;

    @Inject
    ObjectStores stores;

    @BeforeEach
    void appendAndWait() {
        long before = checkpointNow();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 300; i++) {
                Subject item = new Subject("item", Ids.timeOrdered());
                journal.append(EventDraft.of(EventTypes.ITEM_REVISED, Actor.SYSTEM, item)
                        .build());
            }
        });
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (checkpointNow() < before + 300 && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aStrangerVerifiesTheWholeTreeFromCheckpointKeysAndTiles() {
        Checkpoint checkpoint = verifiedCheckpoint();
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(300);
        TileHashReader nodes = new TileHashReader(LogResourceTest::tile, checkpoint.size());
        assertThat(new TreeProofs(nodes).root(checkpoint.size())).isEqualTo(checkpoint.root());
    }

    @Test
    void theVerifierChecksAllOfItAsItIsServed() throws Exception {
        List<String> keys = given().get("/log/vkeys").asString().lines().toList();
        String origin = NoteVerifierKey.parse(keys.getFirst()).name();
        byte[] earlier = given().get("/log/checkpoint").asByteArray();
        appendAndWait();
        try (HttpClient client = HttpClient.newHttpClient()) {
            LogFiles served = LogFiles.web(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/log"), client);
            Verdict verdict = new LogCheck(Trust.of(origin, keys, 0)).check(served, Optional.of(earlier));
            assertThat(verdict.passed()).as(verdict.text()).isTrue();
            assertThat(verdict.text()).contains("[ok]   tree: ").contains("[ok]   consistency: ");
        }
    }

    @Test
    void entriesAreThoseOfTheTile() {
        byte[] entries = fetch(new EntryBundleId(0, 256).path());
        assertThat(EntryBundle.parse(entries).leafHashes())
                .isEqualTo(tile(new TileId(0, 0, 256)).hashes());
    }

    @Test
    void checkpointIsCachedBrieflyAndTilesForEver() {
        Response checkpoint = given().get("/log/checkpoint");
        assertThat(checkpoint.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(checkpoint.header("Cache-Control")).isEqualTo("public, max-age=1");
        given().header("If-None-Match", given().get("/log/vkeys").header("ETag"))
                .get("/log/vkeys")
                .then()
                .statusCode(304);
        assertThat(given().get("/log/tile/0/000").header("Cache-Control")).contains("immutable");
    }

    @Test
    void earlierCheckpointsStayUnderTheirSizesAndNeverChange() {
        byte[] earlier = given().get("/log/checkpoint").asByteArray();
        long size = Checkpoint.parse(SignedNote.parse(earlier).text()).size();
        appendAndWait();
        Response kept = given().get("/log/checkpoints/" + size);
        assertThat(kept.asByteArray()).isEqualTo(earlier);
        assertThat(kept.header("Cache-Control")).contains("immutable");
        long last = checkpointNow();
        Response latest = given().get("/log/checkpoints/" + last);
        assertThat(Checkpoint.parse(SignedNote.parse(latest.asByteArray()).text())
                        .size())
                .isEqualTo(last);
    }

    @Test
    void partialTilesAreCutFromFullOnes() {
        assertThat(tile(new TileId(0, 0, 3)).hashes())
                .isEqualTo(tile(new TileId(0, 0, 256)).hashes().subList(0, 3));
        assertThat(EntryBundle.parse(fetch(new EntryBundleId(0, 3).path())).leafHashes())
                .isEqualTo(tile(new TileId(0, 0, 3)).hashes());
    }

    @Test
    void healthSaysThatTheLogGoesOn() {
        given().get(readiness)
                .then()
                .body("checks.find { it.name == 'log' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'log' }.data.publication", equalTo("running"));
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        for (String path : List.of(
                "tile/0/x999/999",
                "tile/5/000",
                "tile/63/000",
                "tile/0/1",
                "tile/entries/x999/000",
                "checkpoints/999999999",
                "checkpoints/00",
                "checkpoints/-1",
                "tile/0/../checkpoint")) {
            given().urlEncodingEnabled(false)
                    .get("/log/" + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    /** Whether there is one is known without the bucket, so that nobody costs a request by asking. */
    @Test
    void theBucketIsAskedForNoCheckpointThatWasNeverPublished() {
        long never = LongStream.rangeClosed(1, checkpointNow())
                .filter(size -> AdminDatabase.column("select 1 from log_published where size = " + size)
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        stores.of(Bucket.LOG).put("checkpoints/" + never, new byte[] {'x'}, "text/plain");
        try {
            given().get("/log/checkpoints/" + never).then().statusCode(404);
        } finally {
            stores.of(Bucket.LOG).delete("checkpoints/" + never);
        }
    }

    /** As `log recover` appends it: about no record, so that nobody's history has it. */
    @Test
    void aLossIsDeclaredToEverybodyWithItsProof() throws Exception {
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> journal.append(EventDraft.ofList(EventTypes.LOG_RECOVERED, Actor.SYSTEM, List.of())
                                .detail("from", 3L)
                                .detail("to", 5L)
                                .build())
                        .eventId());
        Receipt receipt = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> recoveries().stream().findFirst(), Optional::isPresent)
                .orElseThrow();
        assertThat(receipt.event().value(EventField.ID)).contains(id.toString());
        assertThat(receipt.event().value(EventField.DETAIL)).contains(Map.of("from", 3L, "to", 5L));
        assertThat(receipt.promise()).isEmpty();
        List<String> keys = given().get("/log/vkeys").asString().lines().toList();
        String origin = NoteVerifierKey.parse(keys.getFirst()).name();
        Verdict verdict = new ReceiptCheck(Trust.of(origin, keys, 0), EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.empty(), Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        for (String path : List.of("", "/proof", "/receipt")) {
            Enrolment.as("documenter").get("/api/v1/events/" + id + path).then().statusCode(404);
        }
    }

    private static List<Receipt> recoveries() {
        Object all = CanonicalJson.parse(given().get("/log/recoveries").asByteArray());
        List<?> receipts =
                (List<?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(all)).get("recoveries"));
        return receipts.stream().map(CanonicalJson::write).map(Receipt::parse).toList();
    }

    private static Checkpoint verifiedCheckpoint() {
        SignedNote note = SignedNote.parse(given().get("/log/checkpoint").asByteArray());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<NoteVerifierKey> keys = given().get("/log/vkeys")
                .asString()
                .lines()
                .map(NoteVerifierKey::parse)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        assertThat(keys)
                .extracting(NoteVerifierKey::type)
                .containsExactly(SignatureType.ED25519, SignatureType.ML_DSA_44);
        assertThat(note.open(keys)).hasSize(2);
        return checkpoint;
    }

    private static long checkpointNow() {
        Response response = given().get("/log/checkpoint");
        return response.statusCode() == 200
                ? Checkpoint.parse(SignedNote.parse(response.asByteArray()).text())
                        .size()
                : 0;
    }

    private static Tile tile(TileId id) {
        return Tile.parse(id, fetch(id.path()));
    }

    private static byte[] fetch(String path) {
        Response response = given().get("/log/" + path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asByteArray();
    }
}
