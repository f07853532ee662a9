package org.aletheia.transparency;

import java.util.Iterator;
import java.util.List;

/**
 * That a tree only appends to an older one (RFC 9162 §2.1.4). Holds what it was given; {@link #verify} decides.
 *
 * @param oldSize number of leaves of the older tree
 * @param newSize number of leaves of the newer tree
 * @param path hashes in the order of RFC 9162
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Returns normally only if the tree with the new root extends the one with the old root. An empty old tree is
     * extended by every tree, equal sizes need equal roots; both take a proof without hashes.
     *
     * <p>A path that leads to the new root shows the one old tree that it extends. Where that is not the one with the old
     * root, the reason is {@code OLD_ROOT_MISMATCH}, and the path proves that the two roots belong to no one history.
     *
     * @throws ProofException {@code SIZES_REVERSED}, {@code PATH_LENGTH}, {@code OLD_ROOT_MISMATCH} or
     *     {@code ROOT_MISMATCH}
     */
    public void verify(Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new ProofException(ProofException.Reason.SIZES_REVERSED, "at most " + newSize, oldSize);
        }
        int needed = pathLength();
        if (path.size() != needed) {
            throw new ProofException(ProofException.Reason.PATH_LENGTH, needed, path.size());
        }
        if (oldSize == 0) {
            compare(ProofException.Reason.OLD_ROOT_MISMATCH, oldRoot, TreeHash.emptyRoot());
        } else if (oldSize == newSize) {
            compare(ProofException.Reason.ROOT_MISMATCH, newRoot, oldRoot);
        } else {
            follow(oldRoot, newRoot);
        }
    }

    /** RFC 9162 §2.1.4.2, steps 2 to 6, where the old root stands for the missing first hash of a perfect old tree. */
    private void follow(Hash oldRoot, Hash newRoot) {
        int shared = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> shared;
        long last = (newSize - 1) >> shared;
        Iterator<Hash> rest = path.iterator();
        Hash oldHash = node == 0 ? oldRoot : rest.next();
        Hash newHash = oldHash;
        while (rest.hasNext()) {
            Hash sibling = rest.next();
            if ((node & 1) == 1 || node == last) {
                oldHash = TreeHash.node(sibling, oldHash);
                newHash = TreeHash.node(sibling, newHash);
                int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                newHash = TreeHash.node(newHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        compare(ProofException.Reason.ROOT_MISMATCH, newRoot, newHash);
        compare(ProofException.Reason.OLD_ROOT_MISMATCH, oldRoot, oldHash);
    }

    private int pathLength() {
        if (oldSize == 0 || oldSize == newSize) {
            return 0;
        }
        int shared = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> shared;
        int inner = Long.SIZE - Long.numberOfLeadingZeros(node ^ ((newSize - 1) >> shared));
        int start = node == 0 ? 0 : 1;
        return start + inner + Long.bitCount(node >>> inner);
    }

    private static void compare(ProofException.Reason reason, Hash expected, Hash actual) {
        if (!expected.equals(actual)) {
            throw new ProofException(reason, expected, actual);
        }
    }
}
