package org.aletheia.transparency;

import org.aletheia.kernel.MalformedValueException;

/**
 * What a tree is at one size.
 *
 * @param size number of leaves, not negative
 * @param root Merkle tree hash over them
 */
public record TreeHead(long size, Hash root) {
    public TreeHead {
        if (size < 0) {
            throw new MalformedValueException("tree-size", "a tree cannot have " + size + " leaves");
        }
        if (size == 0 && !root.equals(TreeHash.emptyRoot())) {
            throw new MalformedValueException("tree-root", "the empty tree has only one root");
        }
    }

    /** The head of a tree without leaves. */
    public static TreeHead empty() {
        return new TreeHead(0, TreeHash.emptyRoot());
    }
}
