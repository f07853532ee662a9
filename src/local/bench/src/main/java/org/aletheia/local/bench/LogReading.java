package org.aletheia.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.aletheia.transparency.TileHasher;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeHash;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;

/** Verifies a whole log from a folder, against computing the root of the same entries in memory. */
final class LogReading implements AutoCloseable {
    private static final String ORIGIN = "bench.example/log";
    private static final int BUNDLES = 1 << 13;
    private static final int ENTRIES = BUNDLES * TileId.FULL_WIDTH;

    private final Path folder;
    private final Pairs pairs;
    private final NoteKeyPair ed25519 = NoteKeyPair.generate(ORIGIN, SignatureType.ED25519);
    private final NoteKeyPair mlDsa = NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44);
    private final List<byte[]> bundles = new ArrayList<>();

    LogReading(Path folder, Pairs pairs) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.pairs = pairs;
    }

    /** Two million entries of 32 bytes, as the server publishes them. */
    Figure verification() throws Exception {
        write();
        Trust trust = Trust.of(
                ORIGIN,
                Stream.of(ed25519, mlDsa).map(key -> key.verifierKey().format()).toList(),
                0);
        Pairs.Times times = pairs.measure("log", 2, () -> verify(trust), this::root);
        return new Figure(
                "whole log of " + ENTRIES + " entries verified from a folder; bare: its root in memory, one thread",
                rate(times.oursMedian()),
                rate(times.bareMedian()),
                times.speedRatio(),
                "≥ 0.80",
                "–");
    }

    private static String rate(double seconds) {
        return String.format(Locale.ROOT, "%.2f million/s", ENTRIES / seconds / 1e6);
    }

    private void verify(Trust trust) throws IOException {
        Verdict verdict = new LogCheck(trust).check(LogFiles.folder(folder), Optional.empty());
        if (!verdict.passed()) {
            throw new IllegalStateException(verdict.text());
        }
    }

    private void root() {
        TileHasher hasher = new TileHasher();
        byte[] roots = new byte[BUNDLES * Hash.LENGTH];
        for (int i = 0; i < BUNDLES; i++) {
            byte[] root = hasher.root(hasher.leafHashes(bundles.get(i)), TileId.FULL_WIDTH);
            System.arraycopy(root, 0, roots, i * Hash.LENGTH, Hash.LENGTH);
        }
        hasher.root(roots, BUNDLES);
    }

    private void write() throws IOException {
        Random random = new Random(1);
        Map<Integer, Tile> edge = new HashMap<>();
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < BUNDLES; i++) {
            List<byte[]> entries = Stream.generate(() -> new byte[Hash.LENGTH])
                    .limit(TileId.FULL_WIDTH)
                    .peek(random::nextBytes)
                    .toList();
            byte[] bundle = new EntryBundle(entries).toBytes();
            bundles.add(bundle);
            put(new EntryBundleId(i, TileId.FULL_WIDTH).path(), bundle);
            List<Hash> leaves = entries.stream().map(TreeHash::leaf).toList();
            for (Tile tile : new TileBuilder(id -> edge.get(id.level())).append(frontier.size(), leaves)) {
                edge.put(tile.id().level(), tile);
                if (!tile.id().partial() || i == BUNDLES - 1) {
                    put(tile.id().path(), tile.toBytes());
                }
            }
            frontier = frontier.appendAll(leaves);
        }
        SignedNote note = SignedNote.sign(
                Checkpoint.of(ORIGIN, frontier.head()).format(),
                Stream.of(ed25519, mlDsa)
                        .map(key -> key.signer(InstantSource.system()))
                        .toList());
        put("checkpoint", note.format().getBytes(StandardCharsets.UTF_8));
    }

    private void put(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Removes the log. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
