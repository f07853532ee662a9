package org.aletheia.custody.fsck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.transparency.CompactTree;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileBuilder;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeHash;

/**
 * Grows the tree from the entries of the journal and compares what was stored, signed and published of it. Holds one tile
 * a level.
 */
final class TreeCheck {
    private final EstateStore estate;
    private final PublishedFiles files;
    private final ExpectedRoots roots;
    private final long published;
    private final Examination told;
    private final CompactTree tree;
    private final Map<Integer, Tile> edge;
    private final List<byte[]> bundle = new ArrayList<>();

    /**
     * @param start a whole number of full bundles, or nothing
     * @param edge the partial tiles of the tree at the start, by level
     * @param published size of the tree in the bucket; 0 for none
     */
    TreeCheck(
            EstateStore estate,
            PublishedFiles files,
            ExpectedRoots roots,
            Frontier start,
            Map<Integer, Tile> edge,
            long published,
            Examination told) {
        this.tree = new CompactTree(start);
        this.edge = new HashMap<>(edge);
        this.estate = estate;
        this.files = files;
        this.roots = roots;
        this.published = published;
        this.told = told;
        roots.reached(tree);
    }

    /** Takes the next entries, at most up to the end of a bundle. */
    void take(List<byte[]> entries) {
        int before = (int) Math.clamp(published - tree.size(), 0, entries.size());
        append(entries.subList(0, before));
        if (before > 0 && tree.size() == published) {
            publishedEdge();
        }
        append(entries.subList(before, entries.size()));
    }

    Frontier frontier() {
        return tree.frontier();
    }

    private void append(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Hash> leaves = entries.stream().map(TreeHash::leaf).toList();
        List<Tile> grown =
                new TileBuilder(id -> Objects.requireNonNull(edge.get(id.level()))).append(tree.size(), leaves);
        for (Hash leaf : leaves) {
            tree.append(leaf);
            roots.reached(tree);
        }
        bundle.addAll(entries);
        for (Tile tile : grown) {
            edge.put(tile.id().level(), tile);
            if (!tile.id().partial()) {
                completed(tile);
            }
        }
        if (tree.size() % TileId.FULL_WIDTH == 0) {
            bundle.clear();
        }
    }

    private void completed(Tile tile) {
        TileId id = tile.id();
        Hash root = TreeHash.root(tile.hashes());
        if (!estate.node(id.level() + 1, id.index()).filter(root::equals).isPresent()) {
            told.found(
                    CustodyFinding.TREE_NODE,
                    "log_node " + (id.level() + 1) + "/" + id.index(),
                    "is not the root of the full tile below, " + root.base64());
        }
        if (tree.size() <= published) {
            compare(tile);
        }
    }

    private void publishedEdge() {
        for (TileId id : Tiles.partialTiles(published)) {
            compare(Objects.requireNonNull(edge.get(id.level())));
        }
    }

    private void compare(Tile tile) {
        files.compare(tile);
        if (tile.id().level() == 0) {
            files.compare(new EntryBundleId(tile.id().index(), tile.id().width()), new EntryBundle(bundle));
        }
    }
}
