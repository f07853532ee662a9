package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileHasher;
import org.aletheia.transparency.TreeHash;

/** The tiles and the root of a tree that grows leaf by leaf; keeps one tile a level. Not thread-safe. */
final class GrowingRoot {
    private final TileHasher hasher = new TileHasher();
    private final List<LevelRow> rows = new ArrayList<>();
    private final Visitor full;
    private long size;

    /** Who is told of a tile that cannot grow any more. */
    @FunctionalInterface
    interface Visitor {
        void visit(LevelRow tile) throws IOException;
    }

    GrowingRoot(Visitor full) {
        this.full = full;
    }

    long size() {
        return size;
    }

    /** Adds the leaf hash at this place of an array. */
    void append(byte[] leafHashes, int place) throws IOException {
        add(0, leafHashes, place);
        size++;
    }

    private void add(int level, byte[] from, int place) throws IOException {
        if (level == rows.size()) {
            rows.add(new LevelRow(level));
        }
        LevelRow row = rows.get(level);
        row.add(from, place);
        if (row.full()) {
            full.visit(row);
            add(level + 1, hasher.root(row.hashes(), row.width()), 0);
            row.next();
        }
    }

    /** Shows the tiles that can still grow. */
    void forEachPartial(Visitor visitor) throws IOException {
        for (LevelRow row : rows) {
            if (!row.empty()) {
                visitor.visit(row);
            }
        }
    }

    /** The root of the tree as it is now: what is left of a lower level stands last in the row above. */
    Hash root() {
        byte[] rest = new byte[0];
        for (LevelRow row : rows) {
            int width = row.width() + rest.length / Hash.LENGTH;
            if (width > 0) {
                byte[] all = Arrays.copyOf(row.hashes(), width * Hash.LENGTH);
                System.arraycopy(rest, 0, all, row.width() * Hash.LENGTH, rest.length);
                rest = hasher.root(all, width);
            }
        }
        return rest.length == 0 ? TreeHash.emptyRoot() : new Hash(rest);
    }
}
