package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeHash;
import org.jspecify.annotations.Nullable;

/** Writes the tiles and entry bundles that a tree has beyond a smaller one, some at a time. */
final class TilePublisher {
    private static final int AT_ONCE = 64;
    private static final int TILE_HEIGHT = 8;

    private final TreeStore rows;
    private final LogBucket bucket;
    private final ExecutorService threads;

    /** Of full tiles that were written before their time, a digest of their entries. */
    private final Map<TileId, Digest> early = new ConcurrentHashMap<>();

    /** @param threads as many as may talk to the bucket at once */
    TilePublisher(TreeStore rows, LogBucket bucket, ExecutorService threads) {
        this.rows = rows;
        this.bucket = bucket;
        this.threads = threads;
    }

    /** Returns once the bucket holds all of them. Writing one again writes the same bytes. */
    void publish(long from, long to) {
        List<Runnable> writes = new ArrayList<>();
        for (TileId id : Tiles.newTiles(from, to)) {
            writes.add(id.level() == 0 ? () -> leaves(id) : () -> bucket.put(rows.read(id)));
            if (writes.size() == AT_ONCE) {
                all(writes);
                writes.clear();
            }
        }
        all(writes);
    }

    /**
     * Writes some full tiles of entries that a publication of that tree will need. Where the next one finds the same entries in
     * the rows it does not write them again.
     */
    void prepare(long from, long to) {
        early.clear();
        all(Tiles.newTiles(from, to).stream()
                .filter(id -> id.level() == 0 && !id.partial())
                .limit(AT_ONCE)
                .<Runnable>map(id -> () -> early.put(id, leaves(id)))
                .toList());
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

    /** Entries and their tile of level 0, from one reading of the rows. */
    private Digest leaves(TileId id) {
        EntryBundleId bundleId = new EntryBundleId(id.index(), id.width());
        EntryBundle bundle = rows.bundle(bundleId);
        Digest entries = Digest.sha256(bundle.toBytes());
        if (!entries.equals(early.get(id))) {
            bucket.put(bundleId, bundle);
            bucket.put(
                    new Tile(id, bundle.entries().stream().map(TreeHash::leaf).toList()));
        }
        return entries;
    }

    private void all(List<Runnable> writes) {
        List<Future<?>> running = new ArrayList<>();
        writes.forEach(write -> running.add(threads.submit(write)));
        RuntimeException failure = null;
        for (Future<?> write : running) {
            failure = outcome(write, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException outcome(Future<?> write, @Nullable RuntimeException before) {
        try {
            write.get();
            return before;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
