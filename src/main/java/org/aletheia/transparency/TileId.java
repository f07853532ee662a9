package org.aletheia.transparency;

import org.aletheia.kernel.MalformedValueException;

/**
 * Names a tile of hashes (C2SP tlog-tiles).
 *
 * @param level 0 to 63; at level 0 the hashes are leaf hashes, above each is the root of a full tile below
 * @param index position within the level, from 0
 * @param width number of hashes, 256 when full, 1 to 255 when partial
 */
public record TileId(int level, long index, int width) {
    /** Hashes in a full tile. */
    public static final int FULL_WIDTH = TilePaths.FULL;

    private static final String PREFIX = "tile/";
    private static final int MAX_LEVEL = 63;

    public TileId {
        if (level < 0 || level > MAX_LEVEL) {
            throw new MalformedValueException("tile-level", "level " + level + " is not between 0 and 63");
        }
        TilePaths.check(index, width);
    }

    /**
     * Parses a path as {@link #path()} gives it, and no other spelling.
     *
     * @throws MalformedValueException {@code tile-path} or {@code tile-level}
     */
    public static TileId parse(String path) {
        int slash = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || slash < 0 || slash > PREFIX.length() + 2) {
            throw TilePaths.malformed(path);
        }
        String level = path.substring(PREFIX.length(), slash);
        if (!level.matches("0|[1-9][0-9]?")) {
            throw TilePaths.malformed(path);
        }
        TilePaths.Parsed parsed = TilePaths.parse(path.substring(slash + 1));
        return new TileId(Integer.parseInt(level), parsed.index(), parsed.width());
    }

    /** Whether more hashes may still come to the right. */
    public boolean partial() {
        return width < FULL_WIDTH;
    }

    /** The same place when full. */
    public TileId full() {
        return new TileId(level, index, FULL_WIDTH);
    }

    /** Path below the log's prefix, for example {@code tile/0/x001/x234/067.p/12}. */
    public String path() {
        return PREFIX + level + "/" + TilePaths.format(index, width);
    }
}
