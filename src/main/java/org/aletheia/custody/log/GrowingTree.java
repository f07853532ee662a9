package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.custody.store.TreeNode;
import org.aletheia.transparency.CompactTree;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;

/** A tree that grows from its edge and tells the roots of the tiles that became full. Not thread-safe. */
final class GrowingTree {
    private static final int TILE_HEIGHT = 8;

    private final CompactTree tree;
    private final List<TreeNode> completed = new ArrayList<>();

    GrowingTree(Frontier start) {
        this.tree = new CompactTree(start);
    }

    void append(Hash leafHash) {
        tree.append(leafHash, this::full);
    }

    private void full(int level, long index, Hash root) {
        if (level % TILE_HEIGHT == 0) {
            completed.add(new TreeNode(level / TILE_HEIGHT, index, root));
        }
    }

    Frontier frontier() {
        return tree.frontier();
    }

    /** Another tree that starts where this one stands, with what it has to tell. */
    GrowingTree copy() {
        GrowingTree copy = new GrowingTree(tree.frontier());
        copy.completed.addAll(completed);
        return copy;
    }

    /** Tells no more of the tiles that became full so far. */
    void forget() {
        completed.clear();
    }

    List<TreeNode> completed() {
        return List.copyOf(completed);
    }
}
