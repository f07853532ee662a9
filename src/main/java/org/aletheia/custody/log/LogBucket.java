package org.aletheia.custody.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;

/** The published log: objects under the paths of C2SP tlog-tiles. Each write replaces like with like and may be repeated. */
public final class LogBucket {
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEPT = "checkpoints/";
    private static final int CHECKPOINT_LIMIT = 1 << 20;
    private static final int TILE_LIMIT = 1 << 14;
    private static final String BINARY = "application/octet-stream";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final ObjectStore bucket;

    public LogBucket(ObjectStore bucket) {
        this.bucket = bucket;
    }

    /** The checkpoint's note as it lies there. */
    public Optional<String> checkpoint() {
        return read(CHECKPOINT, CHECKPOINT_LIMIT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The published checkpoint of a size, which stays for ever; empty where none of that size was published. */
    public Optional<String> checkpoint(long size) {
        return read(KEPT + size, CHECKPOINT_LIMIT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Publishes a checkpoint: first under its size, where it stays, then as the latest. A crash between leaves one that nobody
     * was given.
     */
    void putCheckpoint(long size, String note) {
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        bucket.put(KEPT + size, bytes, TEXT);
        bucket.put(CHECKPOINT, bytes, TEXT);
    }

    void put(Tile tile) {
        bucket.put(tile.id().path(), tile.toBytes(), BINARY);
    }

    void put(EntryBundleId id, EntryBundle bundle) {
        bucket.put(id.path(), bundle.toBytes(), BINARY);
    }

    /** Bytes of a published tile; empty where it was not published. */
    public Optional<byte[]> read(TileId id) {
        return read(id.path(), TILE_LIMIT);
    }

    /** Bytes of a published bundle of entries; empty where it was not published. */
    public Optional<byte[]> read(EntryBundleId id) {
        return read(id.path(), TILE_LIMIT);
    }

    /** Whether what lies here can be locked. */
    boolean locks() {
        return bucket.locks();
    }

    /** Locks a published tile, at least until then. */
    void lock(TileId id, Instant until) {
        bucket.retainAtLeast(id.path(), until, until);
    }

    /** Locks a published bundle of entries, at least until then. */
    void lock(EntryBundleId id, Instant until) {
        bucket.retainAtLeast(id.path(), until, until);
    }

    /** Removes the partial forms of a tile, and of its entries where it has some, once the full one is published. */
    void removePartial(TileId id) {
        removeBelow(id.path());
        if (id.level() == 0) {
            removeBelow(new EntryBundleId(id.index(), id.width()).path());
        }
    }

    private void removeBelow(String partialPath) {
        List<String> keys = new ArrayList<>();
        bucket.list(partialPath.substring(0, partialPath.lastIndexOf('/') + 1), object -> keys.add(object.key()));
        keys.forEach(bucket::delete);
    }

    private Optional<byte[]> read(String path, int limit) {
        try {
            return Optional.of(bucket.readAll(path, limit));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }
}
