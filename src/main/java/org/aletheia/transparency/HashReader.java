package org.aletheia.transparency;

/** Gives the roots of perfect subtrees of a log. */
@FunctionalInterface
public interface HashReader {
    /**
     * The Merkle tree hash over the leaves {@code index·2^level} to {@code (index+1)·2^level}, the end exclusive.
     *
     * @param level height in the binary tree, 0 for leaves; not the level of a tile, which is eight of these
     * @param index position within the level, from 0
     */
    Hash read(int level, long index);
}
