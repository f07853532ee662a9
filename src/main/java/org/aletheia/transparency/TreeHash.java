package org.aletheia.transparency;

import java.util.List;
import org.aletheia.kernel.Digest;

/** Hashing of the log's tree: RFC 9162 §2.1.1, the same as RFC 6962 §2.1, with SHA-256. */
public final class TreeHash {
    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};
    private static final Hash EMPTY = new Hash(Digest.sha256().bytes());

    private TreeHash() {}

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static Hash emptyRoot() {
        return EMPTY;
    }

    /** SHA-256(0x00 ‖ entry). */
    public static Hash leaf(byte[] entry) {
        return new Hash(Digest.sha256(LEAF, entry).bytes());
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        return new Hash(Digest.sha256(NODE, left.raw(), right.raw()).bytes());
    }

    /** The root over these leaf hashes, by the recursive definition; O(n) time, for small trees and tests. */
    public static Hash root(List<Hash> leafHashes) {
        if (leafHashes.isEmpty()) {
            return EMPTY;
        }
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        int split = Integer.highestOneBit(leafHashes.size() - 1);
        return node(root(leafHashes.subList(0, split)), root(leafHashes.subList(split, leafHashes.size())));
    }
}
