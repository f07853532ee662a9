package org.aletheia.transparency;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/** Which tiles a tree has, and which ones come with growth (C2SP tlog-tiles). */
public final class Tiles {
    private static final int HEIGHT = 8;

    private Tiles() {}

    /**
     * The tiles to write when a tree grows: full ones that were completed and the new right edge of each level that
     * changed, lowest level first, from left to right. Empty when nothing grew.
     *
     * @throws MalformedValueException {@code tree-size} for a negative or shrinking size
     */
    public static List<TileId> newTiles(long oldSize, long newSize) {
        if (oldSize < 0 || newSize < oldSize) {
            throw new MalformedValueException("tree-size", "a tree cannot go from " + oldSize + " to " + newSize);
        }
        List<TileId> tiles = new ArrayList<>();
        long from = oldSize;
        long to = newSize;
        for (int level = 0; to > from; level++) {
            addLevel(tiles, level, from, to);
            from >>= HEIGHT;
            to >>= HEIGHT;
        }
        return tiles;
    }

    /** The partial tiles on the right edge of a tree, lowest level first: the ones that growth rewrites. */
    public static List<TileId> partialTiles(long size) {
        List<TileId> tiles = new ArrayList<>();
        int level = 0;
        for (long rest = size; rest > 0; rest >>= HEIGHT) {
            int width = (int) (rest % TileId.FULL_WIDTH);
            if (width > 0) {
                tiles.add(new TileId(level, rest / TileId.FULL_WIDTH, width));
            }
            level++;
        }
        return tiles;
    }

    /** The entry bundles to write when a tree grows, in order; same rule as for tiles of level 0. */
    public static List<EntryBundleId> newEntryBundles(long oldSize, long newSize) {
        return newTiles(oldSize, newSize).stream()
                .filter(tile -> tile.level() == 0)
                .map(tile -> new EntryBundleId(tile.index(), tile.width()))
                .toList();
    }

    private static void addLevel(List<TileId> tiles, int level, long from, long to) {
        long fullTiles = to / TileId.FULL_WIDTH;
        for (long index = from / TileId.FULL_WIDTH; index < fullTiles; index++) {
            tiles.add(new TileId(level, index, TileId.FULL_WIDTH));
        }
        int rest = (int) (to % TileId.FULL_WIDTH);
        if (rest > 0) {
            tiles.add(new TileId(level, fullTiles, rest));
        }
    }
}
