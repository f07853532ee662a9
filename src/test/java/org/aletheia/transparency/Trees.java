package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Trees in memory for tests: numbered leaves, and tiles kept as bytes under their paths, as a bucket does. */
final class Trees {
    final Map<String, byte[]> bucket = new HashMap<>();
    private long size;

    static List<Hash> leaves(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(leaf(i));
        }
        return leaves;
    }

    static Hash leaf(long number) {
        return TreeHash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Grows to the size by one append. */
    Trees grow(int newSize) {
        List<Hash> added = leaves(newSize).subList((int) size, newSize);
        new TileBuilder(this::read)
                .append(size, added)
                .forEach(tile -> bucket.put(tile.id().path(), tile.toBytes()));
        size = newSize;
        return this;
    }

    TreeProofs proofs(long treeSize) {
        return new TreeProofs(new TileHashReader(this::read, treeSize));
    }

    Tile read(TileId id) {
        byte[] bytes = bucket.get(id.path());
        if (bytes == null) {
            throw new NoSuchElementException(id.path());
        }
        return Tile.parse(id, bytes);
    }
}
