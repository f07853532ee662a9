package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/**
 * The right edge of a tree: the roots of its perfect subtrees, largest first, one for each bit set in the size. All that
 * is needed to append and to compute the root. Immutable.
 *
 * <p>As bytes: the size as 8 bytes big-endian, then the hashes.
 *
 * @param size number of leaves
 * @param hashes as many as bits are set in the size
 */
public record Frontier(long size, List<Hash> hashes) {
    public Frontier {
        hashes = List.copyOf(hashes);
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new MalformedValueException(
                    "frontier-hashes",
                    "a tree of size " + size + " does not have " + hashes.size() + " perfect subtrees");
        }
    }

    /** The edge of a tree without leaves. */
    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws MalformedValueException {@code frontier-length} or {@code frontier-hashes}
     */
    public static Frontier parse(byte[] bytes) {
        if (bytes.length < Long.BYTES || (bytes.length - Long.BYTES) % Hash.LENGTH != 0) {
            throw new MalformedValueException("frontier-length", "not 8 bytes and whole hashes: " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long size = buffer.getLong();
        return new Frontier(size, HashBytes.readAll(buffer));
    }

    /** The edge after one more leaf; O(log n). */
    public Frontier append(Hash leafHash) {
        return appendAll(List.of(leafHash));
    }

    /** The edge after these leaves, in order. */
    public Frontier appendAll(List<Hash> leafHashes) {
        CompactTree tree = new CompactTree(this);
        leafHashes.forEach(tree::append);
        return tree.frontier();
    }

    /** The root of the tree; O(log n). */
    public Hash root() {
        return HashBytes.foldRight(hashes);
    }

    /** Size and root. */
    public TreeHead head() {
        return new TreeHead(size, root());
    }

    /** The stored form. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + hashes.size() * Hash.LENGTH);
        buffer.putLong(size);
        hashes.forEach(hash -> hash.put(buffer));
        return buffer.array();
    }
}
