package org.aletheia.transparency;

import java.util.List;

/**
 * That a leaf stands at an index of a tree (RFC 9162 §2.1.3). Holds what it was given, also if it proves nothing;
 * {@link #verify} decides.
 *
 * @param index of the leaf, from 0
 * @param treeSize number of leaves of the tree
 * @param path from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long treeSize, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Returns normally only if the leaf is at the index of the tree with this root.
     *
     * @throws ProofException {@code INDEX_OUTSIDE_TREE}, {@code PATH_LENGTH} or {@code ROOT_MISMATCH}
     */
    public void verify(Hash leafHash, Hash root) {
        Hash computed = rootFrom(leafHash);
        if (!computed.equals(root)) {
            throw new ProofException(ProofException.Reason.ROOT_MISMATCH, root, computed);
        }
    }

    /**
     * The root to which the path leads from this leaf (RFC 9162 §2.1.3.2, steps 1 to 4).
     *
     * @throws ProofException {@code INDEX_OUTSIDE_TREE} or {@code PATH_LENGTH}
     */
    public Hash rootFrom(Hash leafHash) {
        checkShape();
        long node = index;
        long last = treeSize - 1;
        Hash hash = leafHash;
        for (Hash sibling : path) {
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(sibling, hash);
                int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return hash;
    }

    private void checkShape() {
        if (index < 0 || index >= treeSize) {
            throw new ProofException(ProofException.Reason.INDEX_OUTSIDE_TREE, "below " + treeSize, index);
        }
        int needed = pathLength(index, treeSize);
        if (path.size() != needed) {
            throw new ProofException(ProofException.Reason.PATH_LENGTH, needed, path.size());
        }
    }

    /** Levels below the point where the ways to the leaf and to the last leaf part, and left siblings above it. */
    private static int pathLength(long index, long size) {
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        return inner + Long.bitCount(index >>> inner);
    }
}
