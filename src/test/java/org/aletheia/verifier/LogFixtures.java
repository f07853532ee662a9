package org.aletheia.verifier;

import static org.aletheia.verifier.FixtureWriter.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeHash;

/** Fixtures of whole logs, of checkpoints and of proofs. */
final class LogFixtures {
    private static final String LOG = "log evidence.example/log ../keys.txt ./log";
    private static final String TILE = "log/tile/0/000.p/6";
    private static final String ENTRIES = "log/tile/entries/000.p/6";
    private static final String CHECKPOINT = "log/checkpoint";

    private final FixtureWriter writer;
    private final SmallHouse house;

    LogFixtures(Path all, SmallHouse house) {
        this.writer = new FixtureWriter(all);
        this.house = house;
    }

    void write() throws IOException {
        log("right-log", "as it was published", "", files -> {});
        log("checkpoint", "the checkpoint is missing", "checkpoint", files -> files.remove(CHECKPOINT));
        log(
                "checkpoint-unreadable",
                "the checkpoint is none",
                "checkpoint",
                files -> files.put(CHECKPOINT, bytes("no\n")));
        log(
                "signature-of-a-log",
                "the checkpoint has another size than was signed, so nothing more is read",
                "signature signature-ed25519",
                files -> files.computeIfPresent(
                        CHECKPOINT,
                        (path, bytes) -> bytes(FixtureWriter.text(bytes).replace("\n6\n", "\n999999999\n"))));
        log("missing", "a tile is missing", "missing", files -> files.remove(TILE));
        log("tiles", "a tile holds another hash", "tiles", files -> flip(files, TILE, 40));
        log("tiles-longer", "a tile is longer than any can be", "tiles", files -> files.put(TILE, new byte[9000]));
        log("entries", "a bundle of entries is cut", "entries", files -> files.put(ENTRIES, new byte[34]));
        log("tree", "an entry is another one", "tiles tree", files -> flip(files, ENTRIES, 40));
        earlier();
        more();
        consistency();
    }

    private void earlier() throws IOException {
        Map<String, byte[]> kept = SmallHouse.published(house.log);
        TestLog fork = house.fork(2, 2);
        fork.signWith(house.log.ed25519);
        kept.put("kept", Objects.requireNonNull(fork.files().get("checkpoint")));
        writer.fixture(
                "consistency",
                "the log does not extend a checkpoint that somebody kept: it has forked",
                LOG + " ./kept",
                "consistency",
                kept);
        Map<String, byte[]> unreadable = SmallHouse.published(house.log);
        unreadable.put("kept", bytes("no checkpoint\n"));
        writer.fixture(
                "earlier-checkpoint",
                "the checkpoint that was kept is none",
                LOG + " ./kept",
                "earlier-checkpoint",
                unreadable);
    }

    private void consistency() throws IOException {
        Map<String, byte[]> files = SmallHouse.published(house.log);
        TestLog fork = house.fork(2, 2);
        fork.signWith(house.log.ed25519);
        files.put("kept", Objects.requireNonNull(fork.files().get("checkpoint")));
        files.remove(ENTRIES);
        writer.fixture(
                "consistency-of-checkpoints",
                "two checkpoints of which neither extends the other",
                "consistency evidence.example/log ../keys.txt ./kept ./log/checkpoint --log ./log",
                "consistency",
                files);
        writer.fixture(
                "inclusion-of-a-proof",
                "the proof is of another entry",
                "proof evidence.example/log ../keys.txt ./proof ./entry",
                "inclusion",
                Map.of(
                        "proof",
                        bytes(house.log.proof(house.received)),
                        "entry",
                        house.viewed.entry().bytes()));
    }

    /** A log of somebody else, whose entries are empty, so that 21 bundles are small; all tiles of the lowest level are gone. */
    private void more() throws IOException {
        int size = 22 * TileId.FULL_WIDTH;
        Map<String, byte[]> files = new HashMap<>();
        List<byte[]> entries = new ArrayList<>();
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(TreeHash.leaf(new byte[0]));
        }
        for (int i = 0; i < TileId.FULL_WIDTH; i++) {
            entries.add(new byte[0]);
        }
        for (int i = 0; i < size / TileId.FULL_WIDTH; i++) {
            files.put("log/tile/entries/%03d".formatted(i), new EntryBundle(entries).toBytes());
        }
        Checkpoint head =
                Checkpoint.of(TestLog.ORIGIN, Frontier.empty().appendAll(leaves).head());
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(TestLog.TIME));
        files.put(
                CHECKPOINT,
                bytes(SignedNote.sign(head.format(), List.of(house.log.ed25519.signer(clock)))
                        .format()));
        writer.fixture(
                "more",
                "all tiles are missing; only the first are named (entries of another log, all of them empty)",
                LOG + " --any-entries",
                "missing more",
                files);
    }

    private void log(String name, String about, String fails, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = SmallHouse.published(house.log);
        change.accept(files);
        writer.fixture(name, about, LOG, fails, files);
    }

    private static void flip(Map<String, byte[]> files, String path, int at) {
        byte[] changed = Objects.requireNonNull(files.get(path)).clone();
        changed[at] ^= 1;
        files.put(path, changed);
    }
}
