package org.aletheia.transparency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;

/** Finds any node of a tree of fixed size in its stored tiles; keeps the tiles that it has read. Not thread-safe. */
public final class TileHashReader implements HashReader {
    private static final int HEIGHT = 8;

    private final TileReader tiles;
    private final long treeSize;
    private final Map<TileId, Tile> read = new HashMap<>();

    /**
     * @param treeSize size of a published tree; only tiles that this tree has are asked for
     */
    public TileHashReader(TileReader tiles, long treeSize) {
        this.tiles = tiles;
        this.treeSize = treeSize;
    }

    /**
     * {@inheritDoc}
     *
     * @throws MalformedValueException {@code node-outside-tree} where the subtree is not complete at this size
     */
    @Override
    public Hash read(int level, long index) {
        if (level < 0 || level >= Long.SIZE - 1 || index < 0 || index >= treeSize >> level) {
            throw new MalformedValueException(
                    "node-outside-tree", "no complete node " + index + " of level " + level + " in size " + treeSize);
        }
        int above = level % HEIGHT;
        long first = index << above;
        Tile tile = tile(level / HEIGHT, first / TileId.FULL_WIDTH);
        int offset = (int) (first % TileId.FULL_WIDTH);
        return TreeHash.root(tile.hashes().subList(offset, offset + (1 << above)));
    }

    private Tile tile(int level, long index) {
        long width = (treeSize >> (HEIGHT * level)) - index * TileId.FULL_WIDTH;
        TileId id = new TileId(level, index, (int) Math.min(width, TileId.FULL_WIDTH));
        return read.computeIfAbsent(id, wanted -> matching(wanted, tiles.read(wanted)));
    }

    private static Tile matching(TileId wanted, Tile found) {
        TileId id = found.id();
        if (id.level() != wanted.level() || id.index() != wanted.index() || id.width() < wanted.width()) {
            throw new MalformedValueException("tile-mismatch", "asked for " + wanted.path() + ", got " + id.path());
        }
        return new Tile(wanted, List.copyOf(found.hashes().subList(0, wanted.width())));
    }
}
