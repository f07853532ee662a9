package org.aletheia.custody.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StoredObject;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;

/** The published log: objects under the paths of C2SP tlog-tiles. Each write replaces like with like and may be repeated. */
public final class LogBucket {
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEPT = "checkpoints/";
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int ATTEMPTS = 5;
    private static final int CHECKPOINT_LIMIT = 1 << 20;
    private static final int TILE_LIMIT = 1 << 14;
    private static final String BINARY = "application/octet-stream";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final ObjectStore bucket;
    private final LongConsumer taken;

    public LogBucket(ObjectStore bucket) {
        this(bucket, bytes -> {});
    }

    /** @param taken told how many bytes were read each time, and may hold up whoever read them */
    public LogBucket(ObjectStore bucket, LongConsumer taken) {
        this.bucket = bucket;
        this.taken = taken;
    }

    /** The checkpoint's note as it lies there. */
    public Optional<String> checkpoint() {
        return read(CHECKPOINT, CHECKPOINT_LIMIT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The published checkpoint of a size, which stays for ever; empty where none of that size was published. */
    public Optional<String> checkpoint(long size) {
        return read(KEPT + size, CHECKPOINT_LIMIT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Under which sizes checkpoints lie there, in no order. */
    public void checkpointSizes(LongConsumer each) {
        bucket.list(KEPT, object -> size(object.key()).ifPresent(each));
    }

    private static OptionalLong size(String key) {
        String size = key.substring(KEPT.length());
        return SIZE.matcher(size).matches() ? OptionalLong.of(Long.parseLong(size)) : OptionalLong.empty();
    }

    /** What lies under a size, for {@link #putUnderSize}. */
    Optional<StoredObject> underSize(long size) {
        return bucket.find(KEPT + size, CHECKPOINT_LIMIT);
    }

    /**
     * Puts a checkpoint under its size, where it stays: over what lies there, or not at all.
     *
     * @param seen what {@link #underSize} gave, or is expected to give; where something else lies there, it is asked
     * @param merging what is to lie there, given what does; the same text leaves it as it is
     * @return what lies there now
     * @throws StorageUnavailableException also where others keep writing at the same time
     */
    String putUnderSize(long size, Optional<StoredObject> seen, Function<Optional<String>, String> merging) {
        Optional<StoredObject> latest = seen;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> there = latest.map(object -> new String(object.bytes(), StandardCharsets.UTF_8));
            String merged = merging.apply(there);
            if (there.filter(merged::equals).isPresent()
                    || bucket.putOver(latest, KEPT + size, merged.getBytes(StandardCharsets.UTF_8), TEXT)) {
                return merged;
            }
            latest = underSize(size);
        }
        throw new StorageUnavailableException("PutObject", StorageUnavailableException.Effect.UNKNOWN, null);
    }

    /** Replaces the latest checkpoint. */
    void putLatest(String note) {
        bucket.put(CHECKPOINT, note.getBytes(StandardCharsets.UTF_8), TEXT);
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

    /**
     * Locks the checkpoint of a size, at least until then.
     *
     * @throws ObjectMissingException where there is none
     */
    void lockCheckpoint(long size, Instant until) {
        bucket.retainAtLeast(KEPT + size, until, until);
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
            byte[] bytes = bucket.readAll(path, limit);
            taken.accept(bytes.length);
            return Optional.of(bytes);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }
}
