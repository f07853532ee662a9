package org.aletheia.transparency;

/**
 * Reads stored tiles. An implementation may answer a partial tile with a wider one of the same level and index, since a
 * partial tile may be gone once the full one exists (C2SP tlog-tiles).
 */
@FunctionalInterface
public interface TileReader {
    /**
     * The tile with this level and index and at least this width.
     *
     * @throws RuntimeException of the store's own kind where it is missing or cannot be read; never an empty answer
     */
    Tile read(TileId id);
}
