package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileId;

/**
 * Tiles, entry bundles and checkpoints of the published log, for anyone. Since anyone may ask, little is done for one question: what was
 * never published is refused without asking the bucket, some megabytes are remembered, and few ask the bucket at once.
 * A partial tile is cut from the full one where that exists, since the bucket does not keep it then.
 */
@ApplicationScoped
public class PublishedTiles {
    private static final int REMEMBERED = 512;
    private static final int AT_ONCE = 16;
    private static final int TILE_HEIGHT = 8;

    private final PublishedLog log;
    private final LogBucket bucket;
    private final Transactions database;
    private final Semaphore asking = new Semaphore(AT_ONCE);
    private final Map<String, byte[]> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    PublishedTiles(PublishedLog log, ObjectStores objectStores, DataSource database) {
        this.database = new Transactions(database);
        this.log = log;
        this.bucket = new LogBucket(objectStores.of(Bucket.LOG));
    }

    /**
     * Hashes of a tile, at any width that the published tree has.
     *
     * @throws ProblemException {@code storage-unavailable}
     */
    public Optional<byte[]> tile(TileId id) {
        if (!published(id.level(), id.index(), id.width())) {
            return Optional.empty();
        }
        if (id.partial() && published(id.level(), id.index(), TileId.FULL_WIDTH)) {
            return tile(id.full()).map(bytes -> Arrays.copyOf(bytes, id.width() * Hash.LENGTH));
        }
        return find(id.path(), () -> bucket.read(id));
    }

    /**
     * Entries of a bundle, at any width that the published tree has.
     *
     * @throws ProblemException {@code storage-unavailable}
     */
    public Optional<byte[]> entries(EntryBundleId id) {
        if (!published(0, id.index(), id.width())) {
            return Optional.empty();
        }
        if (id.partial() && published(0, id.index(), TileId.FULL_WIDTH)) {
            return entries(new EntryBundleId(id.index(), TileId.FULL_WIDTH))
                    .map(bytes -> EntryBundle.parse(bytes).entries().subList(0, id.width()))
                    .map(entries -> new EntryBundle(entries).toBytes());
        }
        return find(id.path(), () -> bucket.read(id));
    }

    /**
     * The checkpoint that was published with that size and is not the last one: final, since cosignatures are added to the last
     * one only. Whether there is one the database tells, so that nobody costs a request by asking for one that never was.
     *
     * @throws ProblemException {@code storage-unavailable}
     */
    public Optional<byte[]> earlierCheckpoint(long size) {
        boolean earlier =
                log.last().filter(published -> size < published.size()).isPresent();
        return earlier
                ? find("checkpoints/" + size, () -> published(size) ? bytes(bucket.checkpoint(size)) : Optional.empty())
                : Optional.empty();
    }

    private boolean published(long size) {
        return database.onConnection(connection -> PublishedStore.has(connection, size));
    }

    private static Optional<byte[]> bytes(Optional<String> note) {
        return note.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<byte[]> find(String path, Supplier<Optional<byte[]>> reading) {
        synchronized (remembered) {
            byte[] known = remembered.get(path);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<byte[]> found = ask(reading);
        found.ifPresent(bytes -> remember(path, bytes));
        return found;
    }

    /** Whether the published tree has so many hashes at that place. */
    private boolean published(int level, long index, int width) {
        long hashes = log.last()
                .map(published -> published.size() >> (TILE_HEIGHT * Math.min(level, 7)))
                .orElse(0L);
        return level < 7 && index <= hashes / TileId.FULL_WIDTH && index * TileId.FULL_WIDTH + width <= hashes;
    }

    private void remember(String path, byte[] bytes) {
        synchronized (remembered) {
            remembered.put(path, bytes);
        }
    }

    private Optional<byte[]> ask(Supplier<Optional<byte[]>> reading) {
        if (!asking.tryAcquire()) {
            throw new ProblemException(ProblemType.STORAGE_UNAVAILABLE);
        }
        try {
            return reading.get();
        } catch (StorageUnavailableException e) {
            throw new ProblemException(ProblemType.STORAGE_UNAVAILABLE, Map.of(), e);
        } finally {
            asking.release();
        }
    }
}
