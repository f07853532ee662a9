package org.aletheia.custody.fsck;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeProofs;

/** The partial tiles of a tree, from the stored nodes: to go on where an earlier run had stopped. */
final class TreeEdge {
    private TreeEdge() {}

    /** By level; empty where the stored nodes are not those of that edge, so that nothing can be built on them. */
    static Optional<Map<Integer, Tile>> of(Frontier frontier, TreeStore rows) {
        Map<Integer, Tile> edge = new HashMap<>();
        try {
            for (TileId id : Tiles.partialTiles(frontier.size())) {
                edge.put(id.level(), rows.read(id));
            }
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        TileHashReader hashes = new TileHashReader(id -> Objects.requireNonNull(edge.get(id.level())), frontier.size());
        boolean same = new TreeProofs(hashes).root(frontier.size()).equals(frontier.root());
        return same ? Optional.of(edge) : Optional.empty();
    }
}
