package org.aletheia;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.signing.LocalSigner;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeHead;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of what is published: tiles, bundles and checkpoints. */
@QuarkusTest
@Tag("it")
class FsckPublishedIT extends FsckScene {
    private static final String CHECKPOINT = "checkpoint";

    @Inject
    Signers signers;

    @Test
    void aMissingTile() throws Exception {
        String path = someTile();
        byte[] sound = log().readAll(path, 1 << 14);
        spoiled(
                () -> log().delete(path),
                () -> log().put(path, sound, "application/octet-stream"),
                Set.of("published-missing"));
    }

    @Test
    void aMissingTileThatIsFull() throws Exception {
        aTreeWithAFullTile();
        String path = new TileId(0, 0, TileId.FULL_WIDTH).path();
        byte[] sound = log().readAll(path, 1 << 14);
        spoiled(
                () -> log().delete(path),
                () -> log().put(path, sound, "application/octet-stream"),
                Set.of("published-missing"));
    }

    @Test
    void anAlteredRootOfAFullTile() throws Exception {
        aTreeWithAFullTile();
        altered("log_node", "hash", "level = 1 and position = 0", "sha256(hash)", Set.of("tree-node"));
    }

    @Test
    void anAlteredBundleOfEntries() throws Exception {
        String path = someTile().replace("tile/0/", "tile/entries/");
        byte[] sound = log().readAll(path, 1 << 14);
        byte[] altered = sound.clone();
        altered[2] ^= 1;
        spoiled(
                () -> log().put(path, altered, "application/octet-stream"),
                () -> log().put(path, sound, "application/octet-stream"),
                Set.of("published-altered"));
    }

    @Test
    void aPublishedCheckpointThatTheBucketLacks() throws Exception {
        String path = "checkpoints/" + published();
        byte[] sound = log().readAll(path, 1 << 20);
        spoiled(() -> log().delete(path), () -> log().put(path, sound, "text/plain"), Set.of("published-missing"));
    }

    @Test
    void aForgedCheckpointOfOurOwnKeys() throws Exception {
        long size = published();
        String origin = ConfigProvider.getConfig().getValue("aletheia.log.origin", String.class);
        TreeHead forged = new TreeHead(size, new Hash(new byte[Hash.LENGTH]));
        forged(
                signers.of(SigningPurpose.CHECKPOINT)
                        .sign(Checkpoint.of(origin, forged).format())
                        .format(),
                Set.of("published-fork"));
    }

    @Test
    void aCheckpointSignedByAnother() throws Exception {
        String origin = ConfigProvider.getConfig().getValue("aletheia.log.origin", String.class);
        Signer another = new LocalSigner(
                List.of(
                        NoteKeyPair.generate(origin, SignatureType.ED25519),
                        NoteKeyPair.generate(origin, SignatureType.ML_DSA_44)),
                Clock.systemUTC());
        TreeHead head = new TreeHead(published(), new Hash(new byte[Hash.LENGTH]));
        forged(another.sign(Checkpoint.of(origin, head).format()).format(), Set.of("checkpoint-foreign"));
    }

    @Test
    void aCheckpointWithMoreEventsThanTheJournal() throws Exception {
        String origin = ConfigProvider.getConfig().getValue("aletheia.log.origin", String.class);
        TreeHead head = new TreeHead(published() + 1000, new Hash(new byte[Hash.LENGTH]));
        forged(
                signers.of(SigningPurpose.CHECKPOINT)
                        .sign(Checkpoint.of(origin, head).format())
                        .format(),
                Set.of("published-ahead"));
    }

    @Test
    void anOlderCheckpointOfOurs() throws Exception {
        String origin = ConfigProvider.getConfig().getValue("aletheia.log.origin", String.class);
        String before = "from log_checkpoint where size < " + published() + " order by size desc limit 1";
        long size = Long.parseLong(AdminDatabase.column("select size " + before).getFirst());
        Hash root = Hash.ofHex(
                AdminDatabase.column("select encode(root, 'hex') " + before).getFirst());
        SignedNote note = signers.of(SigningPurpose.CHECKPOINT)
                .sign(Checkpoint.of(origin, new TreeHead(size, root)).format());
        forged(note.format(), Set.of("published-behind"));
    }

    @Test
    void noCheckpoint() throws Exception {
        byte[] sound = log().readAll(CHECKPOINT, 1 << 20);
        spoiled(
                () -> log().delete(CHECKPOINT),
                () -> log().put(CHECKPOINT, sound, "text/plain"),
                Set.of("published-missing"));
    }

    @Test
    void aRecordedCheckpointThatWasAltered() throws Exception {
        altered(
                "log_checkpoint",
                "root",
                "size = (select max(size) from log_checkpoint)",
                "sha256(root)",
                Set.of("tree-checkpoint", "published-fork"));
    }

    @Test
    void aRecordedCheckpointLargerThanTheJournal() throws Exception {
        String origin = ConfigProvider.getConfig().getValue("aletheia.log.origin", String.class);
        TreeHead head = new TreeHead(published() + 1000, new Hash(new byte[Hash.LENGTH]));
        String note = signers.of(SigningPurpose.CHECKPOINT)
                .sign(Checkpoint.of(origin, head).format())
                .format();
        altered("log_signed_head", "published_checkpoint", "only_row", "'" + note + "'", Set.of("tree-checkpoint"));
    }

    private void forged(String note, Set<String> expected) throws Exception {
        byte[] sound = log().readAll(CHECKPOINT, 1 << 20);
        spoiled(
                () -> log().put(CHECKPOINT, note.getBytes(StandardCharsets.UTF_8), "text/plain"),
                () -> log().put(CHECKPOINT, sound, "text/plain"),
                expected);
    }

    /** Each look-up of what is not there is an event. */
    private static void aTreeWithAFullTile() {
        for (long size = published(); size < TileId.FULL_WIDTH; size++) {
            Enrolment.as("documenter")
                    .get("/api/v1/items/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
        settle();
    }

    private static long published() {
        return Long.parseLong(AdminDatabase.column("select published_size from log_signed_head")
                .getFirst());
    }

    /** One that the server does not write again as long as nothing happens. */
    private static String someTile() {
        long size = published();
        return size % TileId.FULL_WIDTH > 0
                ? Tiles.partialTiles(size).getFirst().path()
                : new TileId(0, 0, TileId.FULL_WIDTH).path();
    }
}
