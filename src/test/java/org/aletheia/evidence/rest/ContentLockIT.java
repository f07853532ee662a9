package org.aletheia.evidence.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.retention.ContentLocks;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectRetainedException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a store with Object Lock, what was received cannot be removed even by who holds the store's credentials. */
@QuarkusTest
@Tag("object-lock")
class ContentLockIT {
    private static final int BUNDLE = 256;

    @Inject
    ObjectStores stores;

    @Inject
    ContentLocks locks;

    @Test
    void bytesAreLockedOnReceiptAndForTheRulesTermOnceRegistered() {
        String item = item("ten-years");
        String key = key(item);
        awaitLock(key, Instant.now().plus(89, ChronoUnit.DAYS));
        assertThatThrownBy(() -> evidence().delete(key)).isInstanceOf(ObjectRetainedException.class);

        register(item);
        OffsetDateTime received = OffsetDateTime.parse(
                as("documenter").get("/api/v1/items/" + item).path("receivedAt"));
        Instant end = received.withOffsetSameInstant(ZoneOffset.UTC)
                .plusYears(10)
                .truncatedTo(ChronoUnit.SECONDS)
                .toInstant();
        awaitLock(key, end);
        assertThat(evidence().retainedUntil(key)).contains(end);
        assertThatThrownBy(() -> evidence().delete(key)).isInstanceOf(ObjectRetainedException.class);
        as("documenter").get("/api/v1/items/" + item + "/content").then().statusCode(200);
    }

    @Test
    void thePatrolSetsNothingTwiceAndPutsBackWhatIsNotThere() {
        String item = item("until-proceedings-end");
        awaitLock(key(item), Instant.now().plus(89, ChronoUnit.DAYS));
        locks.patrol();
        assertThat(locks.patrol())
                .as("locks that were due right after a patrol")
                .isZero();

        // an object that reached the bucket without the follower: same bytes, new name, as after a restore
        String copy = "content/" + UUID.randomUUID();
        ObjectStore store = evidence();
        byte[] sealed = store.readAll(key(item), 1 << 20);
        store.put(copy, sealed, "application/octet-stream");
        AdminDatabase.column(
                "update item set object_id = ? where id = ? returning id",
                UUID.fromString(copy.substring("content/".length())),
                UUID.fromString(item));
        assertThat(locks.patrol()).isEqualTo(1);
        awaitLock(copy, Instant.now().plus(89, ChronoUnit.DAYS));
    }

    @Test
    void aLegalHoldIsSetInTheStoreAndLifted() {
        String item = item("five-years");
        String key = key(item);
        String hold = as("documenter")
                .body(Map.of("reason", "proceedings", "authority", "court"))
                .post("/api/v1/items/" + item + "/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> evidence().held(key));
        awaitLock(key, Instant.now().plus(1826, ChronoUnit.DAYS));
        Approving.liftHold("documenter", "counsel2", hold, Map.of("reason", "order-lifted", "authority", "court"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !evidence().held(key));
    }

    @Test
    void fullTilesOfTheLogAreLockedForYears() {
        String item = item("five-years");
        for (int i = 0; i < BUNDLE; i++) {
            as("documenter")
                    .get("/api/v1/items/" + item + "/access-record")
                    .then()
                    .statusCode(200);
            as("documenter").get("/api/v1/items/" + UUID.randomUUID()).then().statusCode(404);
        }
        Instant least = Instant.now().plus(3652, ChronoUnit.DAYS);
        ObjectStore log = stores.of(Bucket.LOG);
        for (String full : new String[] {"tile/0/000", "tile/entries/000"}) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> log.retainedUntil(full).filter(least::isBefore).isPresent());
            assertThatThrownBy(() -> log.delete(full)).isInstanceOf(ObjectRetainedException.class);
        }
        assertThat(log.retainedUntil("checkpoint")).isEqualTo(Optional.empty());
    }

    private String item(String rule) {
        String submission = Evidence.submission("documenter", Map.of("retentionRule", rule));
        String deposit = Evidence.deposit("documenter", submission, Map.of());
        String item = Evidence.fill("documenter", deposit, Evidence.bytes("to be kept " + UUID.randomUUID()));
        Evidence.shareWithCommission(item);
        return item;
    }

    private static void register(String item) {
        decide(item, 1, "in-triage", "assigned");
        decide(item, 2, "registered", "relevant");
    }

    private static void decide(String item, int revision, String state, String reason) {
        as("investigator")
                .header("If-Match", "\"r" + revision + "\"")
                .body(Map.of("state", state, "reason", reason))
                .post("/api/v1/items/" + item + "/decisions")
                .then()
                .statusCode(200);
    }

    private static String key(String item) {
        return "content/"
                + AdminDatabase.column("select object_id from item where id = ?", UUID.fromString(item))
                        .getFirst();
    }

    private void awaitLock(String key, Instant least) {
        await().atMost(Duration.ofSeconds(60)).until(() -> evidence()
                .retainedUntil(key)
                .filter(until -> !until.isBefore(least))
                .isPresent());
    }

    private ObjectStore evidence() {
        return stores.of(Bucket.EVIDENCE);
    }
}
