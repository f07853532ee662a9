package org.aletheia.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.SealedEvent;
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
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.TreeProofs;
import org.jspecify.annotations.Nullable;

/** A whole little log: what a server does between an event and the history that it hands out. */
final class TestLog {
    static final String ORIGIN = "evidence.example/log";
    static final long TIME = 1_780_000_000;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(TIME));

    final NoteKeyPair ed25519;
    final NoteKeyPair mlDsa;
    final NoteKeyPair cosigner;
    private final List<SealedEvent> events = new ArrayList<>();
    private final Map<TileId, Tile> tiles = new HashMap<>();
    private List<NoteKeyPair> signers;
    private @Nullable SignedNote note;

    TestLog() {
        this(
                NoteKeyPair.generate(ORIGIN, SignatureType.ED25519),
                NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44),
                NoteKeyPair.generate("cosigner.example", SignatureType.ED25519_COSIGNATURE));
    }

    private TestLog(NoteKeyPair ed25519, NoteKeyPair mlDsa, NoteKeyPair cosigner) {
        this.ed25519 = ed25519;
        this.mlDsa = mlDsa;
        this.cosigner = cosigner;
        this.signers = List.of(ed25519, mlDsa);
    }

    SealedEvent append(Event event, EventSeed seed) {
        return append(SealedEvent.seal(event, seed));
    }

    /** As it was with its first events: by the same keys, so that what is added to it is a fork. */
    TestLog upTo(int size) {
        TestLog before = new TestLog(ed25519, mlDsa, cosigner);
        before.signers = signers;
        events.subList(0, size).forEach(before::append);
        return before;
    }

    int size() {
        return events.size();
    }

    boolean holds(SealedEvent event) {
        return events.contains(event);
    }

    /** As it is published, by path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (EntryBundleId id : Tiles.newEntryBundles(0, events.size())) {
            int from = (int) id.index() * TileId.FULL_WIDTH;
            List<byte[]> entries = events.subList(from, from + id.width()).stream()
                    .map(event -> event.entry().bytes())
                    .toList();
            files.put(id.path(), new EntryBundle(entries).toBytes());
        }
        Tiles.newTiles(0, events.size()).forEach(id -> files.put(id.path(), tile(id).toBytes()));
        files.put("checkpoint", note().format().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private SealedEvent append(SealedEvent sealed) {
        note = null;
        new TileBuilder(this::tile)
                .append(events.size(), List.of(sealed.leafHash()))
                .forEach(tile -> tiles.put(tile.id(), tile));
        events.add(sealed);
        return sealed;
    }

    void signWith(NoteKeyPair... keys) {
        signers = List.of(keys);
        note = null;
    }

    private Tile tile(TileId id) {
        return Objects.requireNonNull(tiles.get(id));
    }

    List<String> vkeys() {
        return List.of(ed25519.verifierKey().format(), mlDsa.verifierKey().format());
    }

    String proof(SealedEvent event) {
        long size = events.size();
        TreeProofs proofs = new TreeProofs(new TileHashReader(this::tile, size));
        return TlogProof.of(proofs.inclusion(events.indexOf(event), size), note())
                .format();
    }

    /** Signed once at each size: signing and the root cost the most here. */
    private SignedNote note() {
        if (note == null) {
            note = sign();
        }
        return note;
    }

    private SignedNote sign() {
        List<Hash> leaves = events.stream().map(SealedEvent::leafHash).toList();
        Checkpoint checkpoint =
                Checkpoint.of(ORIGIN, Frontier.empty().appendAll(leaves).head());
        return SignedNote.sign(
                checkpoint.format(),
                signers.stream().map(key -> key.signer(CLOCK)).toList());
    }

    Map<String, @Nullable Object> entry(long number, SealedEvent event, Set<EventField> withheld) {
        Map<String, @Nullable Object> entry = new TreeMap<>();
        entry.put("number", number);
        entry.put("event", event.disclose(withheld).json());
        entry.put("proof", proof(event));
        return entry;
    }

    static byte[] history(List<Map<String, @Nullable Object>> entries) {
        return CanonicalJson.write(Map.of("format", ItemHistory.FORMAT, "events", entries));
    }

    static ItemHistory read(byte[] history, UnaryOperator<String> change) {
        String text = new String(history, StandardCharsets.UTF_8);
        return ItemHistory.parse(change.apply(text).getBytes(StandardCharsets.UTF_8));
    }
}
