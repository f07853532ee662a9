package org.aletheia.custody.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TileReader;

/**
 * The rows of the tree as one publication reads them: what is checked before it is signed and what is put into the bucket are
 * read once for both. Keeps what it has read but the full tiles of entries, of which there may be many. Thread-safe.
 */
final class TreeReading implements TileReader {
    private final TreeStore rows;
    private final Map<EntryBundleId, EntryBundle> bundles = new ConcurrentHashMap<>();
    private final Map<TileId, Tile> tiles = new ConcurrentHashMap<>();

    TreeReading(TreeStore rows) {
        this.rows = rows;
    }

    @Override
    public Tile read(TileId id) {
        return id.level() > 0 || id.partial() ? tiles.computeIfAbsent(id, this::made) : made(id);
    }

    /** As {@link TreeStore#bundle}. */
    EntryBundle bundle(EntryBundleId id) {
        return id.width() < TileId.FULL_WIDTH ? bundles.computeIfAbsent(id, rows::bundle) : rows.bundle(id);
    }

    /** Keeps the edge of the tree alone: of full tiles a long one has many. */
    void forgetFull() {
        tiles.keySet().removeIf(id -> !id.partial());
    }

    private Tile made(TileId id) {
        return id.level() > 0
                ? rows.read(id)
                : new Tile(id, bundle(new EntryBundleId(id.index(), id.width())).leafHashes());
    }
}
