package org.aletheia.custody.store;

import org.aletheia.transparency.Hash;

/**
 * Root of a full tile.
 *
 * @param level of the tile in which this hash stands: 1 over 256 entries, 2 over 65,536
 * @param position within the level
 */
public record TreeNode(int level, long position, Hash hash) {}
