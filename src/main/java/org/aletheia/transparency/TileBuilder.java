package org.aletheia.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes the tiles that an append brings. Pure: reads the partial tiles of the old right edge and writes nothing.
 *
 * <p>The old edge is taken as the reader gives it. A caller that must not build on altered tiles compares
 * {@link TreeProofs#root} over the old size with its own tree head first.
 */
public final class TileBuilder {
    private final TileReader tiles;

    public TileBuilder(TileReader tiles) {
        this.tiles = tiles;
    }

    /**
     * The tiles named by {@link Tiles#newTiles}, in that order, with their hashes.
     *
     * @param oldSize size that the stored tiles stand for
     * @param leafHashes of the new leaves, in log order
     */
    public List<Tile> append(long oldSize, List<Hash> leafHashes) {
        List<Tile> written = new ArrayList<>();
        long before = oldSize;
        List<Hash> added = leafHashes;
        for (int level = 0; !added.isEmpty(); level++) {
            added = appendLevel(level, before, added, written);
            before /= TileId.FULL_WIDTH;
        }
        return written;
    }

    /** Fills up one level and returns the roots of the tiles that became full, which are new on the level above. */
    private List<Hash> appendLevel(int level, long before, List<Hash> added, List<Tile> written) {
        List<Hash> hashes = new ArrayList<>(oldEdge(level, before));
        hashes.addAll(added);
        List<Hash> roots = new ArrayList<>();
        long index = before / TileId.FULL_WIDTH;
        for (int from = 0; from < hashes.size(); from += TileId.FULL_WIDTH) {
            List<Hash> part = hashes.subList(from, Math.min(from + TileId.FULL_WIDTH, hashes.size()));
            Tile tile = new Tile(new TileId(level, index++, part.size()), part);
            written.add(tile);
            if (!tile.id().partial()) {
                roots.add(TreeHash.root(tile.hashes()));
            }
        }
        return roots;
    }

    private List<Hash> oldEdge(int level, long before) {
        int width = (int) (before % TileId.FULL_WIDTH);
        if (width == 0) {
            return List.of();
        }
        TileId id = new TileId(level, before / TileId.FULL_WIDTH, width);
        return tiles.read(id).hashes().subList(0, width);
    }
}
