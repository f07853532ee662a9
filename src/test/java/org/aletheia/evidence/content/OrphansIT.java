package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.ObjectWriter;
import org.aletheia.platform.objectstore.Payload;
import org.aletheia.platform.objectstore.minio.StackStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What interrupted uploads left is removed; what is recorded, young, or not ours stays. */
@Tag("it")
class OrphansIT {
    private static final Duration GRACE = Duration.ofHours(24);

    private final ObjectStores stores = StackStore.open(StackStore.settings());
    private final ObjectStore store = stores.of(Bucket.EVIDENCE);
    private final ContentStore contents =
            new ContentStore(stores, TestContent.noRegister(), TestContent.config(5 << 20, false));
    private final Set<UUID> recorded = new HashSet<>();
    private final AtomicBoolean verified = new AtomicBoolean(true);
    private Runnable orphansSeen = () -> {};

    @Test
    void removesOnlyWhatNoRecordNamesBeyondTheGraceTime() throws IOException {
        StoredContent kept = store();
        recorded.add(kept.objectId());
        StoredContent orphan = store();
        store.put("content/not-an-id", new byte[1], "text/plain");
        store.put("other/thing", new byte[1], "text/plain");

        assertThat(orphans(Duration.ZERO).collect()).isEqualTo(new Orphans.Collected(0, 0, 0, 0));
        assertThat(keys()).hasSize(4);

        assertThat(orphans(GRACE.plusMinutes(1)).collect()).isEqualTo(new Orphans.Collected(1, 1, 0, 0));
        assertThat(keys()).containsExactlyInAnyOrder(kept.objectKey(), "content/not-an-id", "other/thing");
        assertThat(store.stat(orphan.objectKey())).isEmpty();
    }

    @Test
    void givesUpOldUnfinishedUploadsOnly() {
        ObjectWriter writer = store.write("content/" + UUID.randomUUID());
        writer.part(Payload.of(new byte[5 << 20])).join();
        assertThat(orphans(Duration.ZERO).collect().uploads()).isZero();
        assertThat(pending()).hasSize(1);
        assertThat(orphans(GRACE.plusMinutes(1)).collect().uploads()).isEqualTo(1);
        assertThat(pending()).isEmpty();
    }

    @Test
    void asksInBatchesAndForgetsNone() {
        put(520, 100);
        assertThat(orphans(GRACE.plusMinutes(1)).collect().objects()).isEqualTo(100);
        assertThat(keys())
                .hasSize(520)
                .allMatch(key -> recorded.contains(ContentKeys.objectId(key).orElseThrow()));
    }

    /** A database restored from an older day, or another deployment's. */
    @Test
    void removesNothingWhereTheDatabaseNamesTooLittle() {
        put(520, 101);
        assertRefused(101);
    }

    /** Even few: an empty database beside a young bucket. */
    @Test
    void removesNothingWhereTheDatabaseNamesNone() {
        put(0, 3);
        assertRefused(3);
    }

    @Test
    void removesNothingUnlessTheJournalIsTheOneThatWasPublished() {
        put(1, 1);
        verified.set(false);
        assertRefused(0);
        verified.set(true);
        assertThat(orphans(GRACE.plusMinutes(1)).collect().objects()).isEqualTo(1);
    }

    @Test
    void removesNothingWhereTheJournalTurnsOutWrongMeanwhile() {
        put(1, 1);
        orphansSeen = () -> verified.set(false);
        assertRefused(0);
    }

    private void assertRefused(int unknown) {
        List<String> before = keys();
        assertThatThrownBy(() -> orphans(GRACE.plusMinutes(1)).collect())
                .isInstanceOfSatisfying(OrphansRefusedException.class, e -> assertThat(e.unknown())
                        .isEqualTo(unknown));
        assertThat(keys()).isEqualTo(before);
    }

    private void put(int known, int unknown) {
        for (int i = 0; i < known + unknown; i++) {
            UUID id = UUID.randomUUID();
            store.put(ContentKeys.of(id), new byte[1], "application/octet-stream");
            if (i < known) {
                recorded.add(id);
            }
        }
    }

    private StoredContent store() throws IOException {
        return contents.store(
                new ByteArrayInputStream(new byte[10]),
                ExpectedDigests.none(),
                10L,
                UUID.randomUUID(),
                TestKeys.random());
    }

    /** The collector as it will be that much later. */
    private Orphans orphans(Duration later) {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new Orphans(stores, this::known, TestContent.config(5 << 20, false), verified::get, clock);
    }

    private Set<UUID> known(Collection<UUID> ids) {
        orphansSeen.run();
        assertThat(ids).hasSizeLessThanOrEqualTo(500);
        Set<UUID> found = new HashSet<>(ids);
        found.retainAll(recorded);
        return found;
    }

    private List<String> keys() {
        List<String> found = new ArrayList<>();
        store.list("", object -> found.add(object.key()));
        return found;
    }

    private List<String> pending() {
        List<String> found = new ArrayList<>();
        store.listPending("", upload -> found.add(upload.key()));
        return found;
    }
}
