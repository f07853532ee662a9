package org.aletheia.transparency;

import java.util.ArrayList;
import java.util.List;

/** A tree that grows in memory and keeps only its right edge. Not thread-safe; one writer appends to a log. */
public final class CompactTree {
    private final List<Hash> edge;
    private long size;

    /** Starts from a stored edge; the edge itself is not changed. */
    public CompactTree(Frontier start) {
        this.size = start.size();
        this.edge = new ArrayList<>(start.hashes());
    }

    /** Who is told of subtrees. */
    @FunctionalInterface
    public interface Subtrees {
        /** A subtree of 2^level leaves is full. @param index among those of its level, from 0 */
        void full(int level, long index, Hash root);
    }

    /** Adds a leaf; O(log n), amortised O(1). */
    public void append(Hash leafHash) {
        append(leafHash, (level, index, root) -> {});
    }

    /** Adds a leaf, and tells of each subtree of two leaves and more that it completes, the smallest first. */
    public void append(Hash leafHash, Subtrees told) {
        Hash hash = leafHash;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = TreeHash.node(edge.removeLast(), hash);
            level++;
            told.full(level, size >> level, hash);
        }
        edge.add(hash);
        size = Math.addExact(size, 1);
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** The present edge, to be stored. */
    public Frontier frontier() {
        return new Frontier(size, edge);
    }

    /** The present size and root. */
    public TreeHead head() {
        return frontier().head();
    }
}
