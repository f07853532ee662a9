package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Sequences of hashes: reading, writing, and folding perfect subtrees into a root. */
final class HashBytes {
    private HashBytes() {}

    static List<Hash> readAll(ByteBuffer buffer) {
        List<Hash> hashes = new ArrayList<>(buffer.remaining() / Hash.LENGTH);
        while (buffer.hasRemaining()) {
            byte[] hash = new byte[Hash.LENGTH];
            buffer.get(hash);
            hashes.add(new Hash(hash));
        }
        return hashes;
    }

    /** Joins subtree roots, largest first, from the right; the empty root for none. */
    static Hash foldRight(List<Hash> roots) {
        if (roots.isEmpty()) {
            return TreeHash.emptyRoot();
        }
        Hash hash = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            hash = TreeHash.node(roots.get(i), hash);
        }
        return hash;
    }
}
