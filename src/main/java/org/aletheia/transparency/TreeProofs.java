package org.aletheia.transparency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/**
 * Makes proofs from the nodes of a tree. What is made is only as good as what was read: verify it against the tree head
 * before handing it out.
 */
public final class TreeProofs {
    private final HashReader nodes;

    public TreeProofs(HashReader nodes) {
        this.nodes = nodes;
    }

    /**
     * That the leaf is in the tree of this size (RFC 9162 §2.1.3.1).
     *
     * @throws MalformedValueException {@code proof-range} unless 0 ≤ index < size
     */
    public InclusionProof inclusion(long index, long size) {
        require(index >= 0 && index < size);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + Long.highestOneBit(to - from - 1);
            boolean left = index < split;
            path.add(left ? range(split, to) : range(from, split));
            from = left ? from : split;
            to = left ? split : to;
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /**
     * That the tree of the new size only appends to that of the old one (RFC 9162 §2.1.4.1); without hashes when the old
     * tree is empty or the sizes are equal.
     *
     * @throws MalformedValueException {@code proof-range} unless 0 ≤ old size ≤ new size
     */
    public ConsistencyProof consistency(long oldSize, long newSize) {
        require(oldSize >= 0 && oldSize <= newSize);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = newSize;
        while (oldSize > 0 && oldSize < to) {
            long split = from + Long.highestOneBit(to - from - 1);
            boolean left = oldSize <= split;
            path.add(left ? range(split, to) : range(from, split));
            from = left ? from : split;
            to = left ? split : to;
        }
        if (from > 0) {
            path.add(range(from, to));
        }
        Collections.reverse(path);
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /** The right edge of the tree of this size. */
    public Frontier frontier(long size) {
        return new Frontier(size, subtrees(0, size));
    }

    /** The root of the tree of this size. */
    public Hash root(long size) {
        return frontier(size).root();
    }

    private Hash range(long from, long to) {
        return HashBytes.foldRight(subtrees(from, to));
    }

    /** Roots of the perfect subtrees of a range that starts on a multiple of its largest one. */
    private List<Hash> subtrees(long from, long to) {
        List<Hash> roots = new ArrayList<>();
        for (long at = from; at < to; ) {
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - at);
            roots.add(nodes.read(level, at >> level));
            at += 1L << level;
        }
        return roots;
    }

    private static void require(boolean inRange) {
        if (!inRange) {
            throw new MalformedValueException("proof-range", "index or sizes do not belong to one tree");
        }
    }
}
