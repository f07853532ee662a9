package org.aletheia.transparency;

/**
 * Names a bundle of log entries (C2SP tlog-tiles).
 *
 * @param index position, from 0; bundle and level-0 tile of one index cover the same entries
 * @param width number of entries, 256 when full
 */
public record EntryBundleId(long index, int width) {
    private static final String PREFIX = "tile/entries/";

    public EntryBundleId {
        TilePaths.check(index, width);
    }

    /**
     * Parses a path as {@link #path()} gives it.
     *
     * @throws org.aletheia.kernel.MalformedValueException {@code tile-path}
     */
    public static EntryBundleId parse(String path) {
        if (!path.startsWith(PREFIX)) {
            throw TilePaths.malformed(path);
        }
        TilePaths.Parsed parsed = TilePaths.parse(path.substring(PREFIX.length()));
        return new EntryBundleId(parsed.index(), parsed.width());
    }

    /** Whether more entries may still come. */
    public boolean partial() {
        return width < TileId.FULL_WIDTH;
    }

    /** Path below the log's prefix, for example {@code tile/entries/067.p/12}. */
    public String path() {
        return PREFIX + TilePaths.format(index, width);
    }
}
