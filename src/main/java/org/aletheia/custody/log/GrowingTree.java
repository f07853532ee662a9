package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.custody.store.TreeNode;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHash;

/** A tree that grows from its edge and tells the roots of the tiles that became full. Not thread-safe. */
final class GrowingTree {
    private static final int TILE_HEIGHT = 8;

    private final List<Hash> edge;
    private final List<TreeNode> completed = new ArrayList<>();
    private long size;

    GrowingTree(Frontier start) {
        this.size = start.size();
        this.edge = new ArrayList<>(start.hashes());
    }

    void append(Hash leafHash) {
        Hash hash = leafHash;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = TreeHash.node(edge.removeLast(), hash);
            level++;
            if (level % TILE_HEIGHT == 0) {
                completed.add(new TreeNode(level / TILE_HEIGHT, size >> level, hash));
            }
        }
        edge.add(hash);
        size++;
    }

    Frontier frontier() {
        return new Frontier(size, edge);
    }

    List<TreeNode> completed() {
        return List.copyOf(completed);
    }
}
