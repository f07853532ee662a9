package org.aletheia.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileBuilder;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeHash;

/** A published log of entries that mean nothing, as files by their paths. */
final class TestTiles {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(TestLog.TIME));

    final Map<String, byte[]> files = new TreeMap<>();
    private final NoteKeyPair ed25519 = NoteKeyPair.generate(TestLog.ORIGIN, SignatureType.ED25519);
    private final NoteKeyPair mlDsa = NoteKeyPair.generate(TestLog.ORIGIN, SignatureType.ML_DSA_44);
    private final List<byte[]> entries = new ArrayList<>();
    private final Random random = new Random();

    List<String> vkeys() {
        return List.of(ed25519.verifierKey().format(), mlDsa.verifierKey().format());
    }

    int size() {
        return entries.size();
    }

    byte[] file(String path) {
        return Objects.requireNonNull(files.get(path));
    }

    /** Adds so many entries and publishes. */
    void grow(int more) {
        int before = entries.size();
        for (int i = 0; i < more; i++) {
            byte[] entry = new byte[Hash.LENGTH];
            random.nextBytes(entry);
            entries.add(entry);
        }
        publish(before);
    }

    /** Adds one entry that means something and publishes. */
    void add(byte[] entry) {
        entries.add(entry);
        publish(entries.size() - 1);
    }

    /** Takes the last entries back, as an operator who rewrites history would. */
    void forget(int last) {
        entries.subList(entries.size() - last, entries.size()).clear();
        files.clear();
        publish(0);
    }

    private void publish(int before) {
        List<Hash> leaves = entries.stream().map(TreeHash::leaf).toList();
        for (EntryBundleId id : Tiles.newEntryBundles(before, entries.size())) {
            int from = (int) id.index() * TileId.FULL_WIDTH;
            files.put(id.path(), new EntryBundle(entries.subList(from, from + id.width())).toBytes());
        }
        List<Tile> tiles = new TileBuilder(this::tile).append(before, leaves.subList(before, leaves.size()));
        tiles.forEach(tile -> files.put(tile.id().path(), tile.toBytes()));
        Checkpoint head =
                Checkpoint.of(TestLog.ORIGIN, Frontier.empty().appendAll(leaves).head());
        SignedNote note = SignedNote.sign(
                head.format(),
                Stream.of(ed25519, mlDsa).map(key -> key.signer(CLOCK)).toList());
        files.put("checkpoint", note.format().getBytes(StandardCharsets.UTF_8));
    }

    private Tile tile(TileId id) {
        return Tile.parse(id, file(id.path()));
    }
}
