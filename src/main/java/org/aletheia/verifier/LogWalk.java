package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.CompactTree;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileBuilder;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;

/**
 * Reads a published log from its first entry to its last, computes the tree, and compares every stored tile with it. Goes
 * on after a fault, by the stored hashes where entries cannot be read.
 */
final class LogWalk {
    private static final int MOST_NAMED = 20;

    private final LogFiles files;
    private final long size;
    private final long earlierSize;
    private final CompactTree tree = new CompactTree(Frontier.empty());
    private final Map<Integer, Tile> edge = new HashMap<>();
    private final List<Finding> faults = new ArrayList<>();
    private long unnamed;
    private long compared;
    private Optional<Hash> earlierRoot = Optional.empty();
    private Optional<Hash> wanted = Optional.empty();
    private Optional<Long> found = Optional.empty();

    /** A file that was found: under its own path, or the full one that begins with it. */
    private record Stored(byte[] bytes, boolean own) {
        boolean holds(int wanted, int found) {
            return own ? found == wanted : found >= wanted;
        }
    }

    /** @param earlierSize after so many entries the root is remembered */
    LogWalk(LogFiles files, long size, long earlierSize) {
        this.files = files;
        this.size = size;
        this.earlierSize = earlierSize;
    }

    /** Looks for this leaf, too. */
    LogWalk lookFor(Hash leaf) {
        wanted = Optional.of(leaf);
        return this;
    }

    void run() throws IOException {
        Optional<List<Hash>> leaves = Optional.of(List.of());
        for (long index = 0; leaves.isPresent() && index * TileId.FULL_WIDTH < size; index++) {
            int width = (int) Math.min(size - index * TileId.FULL_WIDTH, TileId.FULL_WIDTH);
            leaves = leaves(new EntryBundleId(index, width));
            if (leaves.isPresent()) {
                append(leaves.get());
            }
        }
        remember();
        if (tree.size() == size) {
            for (TileId id : Tiles.partialTiles(size)) {
                compare(Objects.requireNonNull(edge.get(id.level())));
            }
        }
    }

    /** What is missing, unreadable or not what it should be; the first of them by name. */
    List<Finding> faults() {
        List<Finding> all = new ArrayList<>(faults);
        if (unnamed > 0) {
            all.add(Finding.failed("more", unnamed + " files more"));
        }
        return all;
    }

    /** Entries that went into the tree. */
    long read() {
        return tree.size();
    }

    /** Stored tiles that were compared. */
    long tiles() {
        return compared;
    }

    /** The root over all entries; empty where some could not be read. */
    Optional<Hash> root() {
        return tree.size() == size ? Optional.of(tree.head().root()) : Optional.empty();
    }

    /** The root after the earlier size; empty where so many could not be read. */
    Optional<Hash> earlierRoot() {
        return earlierRoot;
    }

    /** Index of the leaf that was looked for; empty where it was not met. */
    Optional<Long> found() {
        return found;
    }

    private void append(List<Hash> leaves) throws IOException {
        if (wanted.isPresent() && found.isEmpty()) {
            found = Optional.of(leaves.indexOf(wanted.get()))
                    .filter(at -> at >= 0)
                    .map(at -> tree.size() + at);
        }
        List<Tile> grown =
                new TileBuilder(id -> Objects.requireNonNull(edge.get(id.level()))).append(tree.size(), leaves);
        for (Tile tile : grown) {
            edge.put(tile.id().level(), tile);
            if (!tile.id().partial()) {
                compare(tile);
            }
        }
        for (Hash leaf : leaves) {
            remember();
            tree.append(leaf);
        }
    }

    private void remember() {
        if (tree.size() == earlierSize) {
            earlierRoot = Optional.of(tree.head().root());
        }
    }

    /** Leaf hashes of a bundle; of the tile beside it where the bundle cannot be used; empty where neither can. */
    private Optional<List<Hash>> leaves(EntryBundleId id) throws IOException {
        Optional<Stored> stored = find(id.path(), new EntryBundleId(id.index(), TileId.FULL_WIDTH).path());
        if (stored.isEmpty()) {
            fault("missing", id.path());
            return storedHashes(id);
        }
        try {
            List<Hash> hashes = EntryBundle.parse(stored.get().bytes()).leafHashes();
            if (stored.get().holds(id.width(), hashes.size())) {
                return Optional.of(hashes.subList(0, id.width()));
            }
            fault("entries", id.path() + " holds " + hashes.size() + " of " + id.width() + " entries");
        } catch (MalformedValueException e) {
            fault("entries", id.path() + ": " + e.getMessage());
        }
        return storedHashes(id);
    }

    private Optional<List<Hash>> storedHashes(EntryBundleId id) throws IOException {
        TileId tile = new TileId(0, id.index(), id.width());
        int length = id.width() * Hash.LENGTH;
        return find(tile.path(), tile.full().path())
                .map(Stored::bytes)
                .filter(bytes -> bytes.length >= length)
                .map(bytes -> Tile.parse(tile, Arrays.copyOf(bytes, length)).hashes());
    }

    private void compare(Tile computed) throws IOException {
        compared++;
        TileId id = computed.id();
        Optional<Stored> stored = find(id.path(), id.full().path());
        if (stored.isEmpty()) {
            fault("missing", id.path());
        } else if (!same(stored.get(), computed.toBytes())) {
            fault("tiles", id.path() + " does not hold the hashes of what lies below it");
        }
    }

    private static boolean same(Stored stored, byte[] expected) {
        byte[] found = stored.bytes();
        return stored.holds(expected.length, found.length)
                && Arrays.equals(found, 0, expected.length, expected, 0, expected.length);
    }

    /** A partial file may be gone once the full one is there, which begins with it. */
    private Optional<Stored> find(String path, String full) throws IOException {
        Optional<byte[]> own = files.find(path);
        return own.isPresent() || path.equals(full)
                ? own.map(bytes -> new Stored(bytes, true))
                : files.find(full).map(bytes -> new Stored(bytes, false));
    }

    private void fault(String check, String detail) {
        if (faults.size() < MOST_NAMED) {
            faults.add(Finding.failed(check, detail));
        } else {
            unnamed++;
        }
    }
}
