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

    /** Adds a leaf; O(log n), amortised O(1). */
    public void append(Hash leafHash) {
        Hash hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = TreeHash.node(edge.removeLast(), hash);
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
