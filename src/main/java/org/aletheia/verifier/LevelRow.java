package org.aletheia.verifier;

import java.util.Arrays;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileId;

/** The last tile of one level of a tree that grows. Not thread-safe. */
final class LevelRow {
    private final int level;
    private final byte[] hashes = new byte[TileId.FULL_WIDTH * Hash.LENGTH];
    private long index;
    private int width;

    LevelRow(int level) {
        this.level = level;
    }

    void add(byte[] from, int place) {
        System.arraycopy(from, place * Hash.LENGTH, hashes, width++ * Hash.LENGTH, Hash.LENGTH);
    }

    boolean full() {
        return width == TileId.FULL_WIDTH;
    }

    boolean empty() {
        return width == 0;
    }

    int width() {
        return width;
    }

    /** The next tile, without hashes. */
    void next() {
        index++;
        width = 0;
    }

    /** Where this tile is stored. */
    TileId id() {
        return new TileId(level, index, width);
    }

    /** Hashes of all places; those from {@link #width} on mean nothing. */
    byte[] hashes() {
        return hashes;
    }

    /** Whether these bytes begin with the hashes of this tile. */
    boolean begins(byte[] stored) {
        int length = width * Hash.LENGTH;
        return stored.length >= length && Arrays.equals(stored, 0, length, hashes, 0, length);
    }
}
