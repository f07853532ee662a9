package org.aletheia.custody.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeHash;

/** Writes the tiles and entry bundles that a tree has beyond a smaller one, some at a time. */
final class TilePublisher {
    private static final int AT_ONCE = 64;
    private static final int TILE_HEIGHT = 8;

    private final TreeStore rows;
    private final LogBucket bucket;
    private final AtOnce threads;

    /** Full tiles of entries that were written before their time, and their roots. */
    private final Map<TileId, Hash> early = new ConcurrentHashMap<>();

    /** What is to be put for a tile. */
    private record Made(TileId id, Hash root, List<Runnable> puts) {}

    TilePublisher(TreeStore rows, LogBucket bucket, AtOnce threads) {
        this.rows = rows;
        this.bucket = bucket;
        this.threads = threads;
    }

    /**
     * Returns once the bucket holds all of them. Writing one again writes the same bytes.
     *
     * @param tree of the size {@code to}
     * @param allowed returns once they may be put, or throws where they may not
     */
    void publish(long from, long to, TreeReading tree, Runnable allowed) {
        Supplier<Set<TileId>> same = threads.begin(() -> prepared(to, tree));
        List<TileId> tiles = Tiles.newTiles(from, to);
        Set<TileId> before = Set.copyOf(early.keySet());
        put(tiles.stream().filter(id -> !before.contains(id)).toList(), to, tree, allowed, made -> {});
        Set<TileId> there = same.get();
        put(
                tiles.stream()
                        .filter(id -> before.contains(id) && !there.contains(id))
                        .toList(),
                to,
                tree,
                allowed,
                made -> {});
    }

    /**
     * Writes some full tiles of entries that a publication of that tree will need, unless that was done before. Where the next
     * one finds the same entries in the rows it does not write them again.
     */
    void prepare(long from, long to) {
        early.keySet().removeIf(id -> id.index() < from / TileId.FULL_WIDTH);
        put(
                Tiles.newTiles(from, to).stream()
                        .filter(id -> id.level() == 0 && !id.partial() && !early.containsKey(id))
                        .limit(AT_ONCE)
                        .toList(),
                to,
                new TreeReading(rows),
                () -> {},
                made -> early.put(made.id(), made.root()));
    }

    /** The tiles written before that are those of the rows: the tree has their roots as nodes. */
    private Set<TileId> prepared(long size, TreeReading tree) {
        TileHashReader nodes = new TileHashReader(tree, size);
        return early.entrySet().stream()
                .filter(tile -> tile.getKey().index() < size / TileId.FULL_WIDTH)
                .filter(tile -> nodes.read(TILE_HEIGHT, tile.getKey().index()).equals(tile.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What was prepared is to be written again. */
    void forget() {
        early.clear();
    }

    /** Removes the partial tiles of the smaller tree that the larger one has in full; to be called once that is published. */
    void removeReplaced(long from, long to) {
        for (TileId partial : Tiles.partialTiles(from)) {
            if (to >> (TILE_HEIGHT * partial.level()) >= (partial.index() + 1) * TileId.FULL_WIDTH) {
                bucket.removePartial(partial);
            }
        }
    }

    /** In constant memory, however many. @param done is told of each that lies there */
    private void put(List<TileId> ids, long size, TreeReading tree, Runnable allowed, Consumer<Made> done) {
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            List<Made> some = threads.all(ids.subList(first, Math.min(first + AT_ONCE, ids.size())).stream()
                    .<Callable<Made>>map(id -> () -> make(id, size, tree))
                    .toList());
            allowed.run();
            threads.all(some.stream()
                    .flatMap(made -> made.puts().stream())
                    .map(Executors::callable)
                    .toList());
            some.forEach(done);
            tree.forgetFull();
        }
    }

    /**
     * One of level 0 has its entries beside it, from the same reading of the rows.
     *
     * @throws LogRefusedException where a full tile of entries is not that of the tree: the node above it was computed from the
     *     entries when they got their index, and is what is signed
     */
    private Made make(TileId id, long size, TreeReading tree) {
        if (id.level() > 0) {
            Tile tile = tree.read(id);
            return new Made(id, TreeHash.root(tile.hashes()), List.of(() -> bucket.put(tile)));
        }
        EntryBundleId bundleId = new EntryBundleId(id.index(), id.width());
        EntryBundle bundle = tree.bundle(bundleId);
        Tile tile = id.partial() ? tree.read(id) : new Tile(id, bundle.leafHashes());
        Hash root = TreeHash.root(tile.hashes());
        if (!id.partial()
                && !new TileHashReader(tree, size).read(TILE_HEIGHT, id.index()).equals(root)) {
            throw new LogRefusedException(
                    LogRefusedException.Reason.ROWS_ALTERED, "entries of " + id.path() + " are not those of the tree");
        }
        return new Made(id, root, List.of(() -> bucket.put(bundleId, bundle), () -> bucket.put(tile)));
    }
}
