package org.aletheia.custody.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TileReader;
import org.aletheia.transparency.TreeHash;

/**
 * Makes the tiles of the log from its rows: those of level 0 from the entries, those above from the stored roots. Each is
 * one range scan of at most 256 rows. Any tile that the tree of the journal has can be had, at any width.
 */
public final class TreeStore implements TileReader {
    private static final String ENTRIES =
            "select entry from journal where log_index >= ? and log_index < ? order by log_index";
    private static final String NODES =
            "select hash from log_node where level = ? and position >= ? and position < ? order by position";

    private final Transactions database;

    public TreeStore(Transactions database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where rows are missing
     */
    @Override
    public Tile read(TileId id) {
        if (id.level() == 0) {
            return new Tile(
                    id,
                    entries(id.index(), id.width()).stream().map(TreeHash::leaf).toList());
        }
        List<byte[]> hashes = database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NODES)) {
                select.setInt(1, id.level());
                return range(select, 2, id.index(), id.width());
            }
        });
        return new Tile(id, hashes.stream().map(Hash::new).toList());
    }

    /**
     * The entries of a bundle.
     *
     * @throws IllegalStateException where rows are missing
     */
    public EntryBundle bundle(EntryBundleId id) {
        return new EntryBundle(entries(id.index(), id.width()));
    }

    private List<byte[]> entries(long tile, int width) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
                return range(select, 1, tile, width);
            }
        });
    }

    private static List<byte[]> range(PreparedStatement select, int firstParameter, long tile, int width)
            throws SQLException {
        long from = Math.multiplyExact(tile, TileId.FULL_WIDTH);
        select.setLong(firstParameter, from);
        select.setLong(firstParameter + 1, from + width);
        List<byte[]> hashes = new ArrayList<>(width);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                hashes.add(rows.getBytes(1));
            }
        }
        if (hashes.size() != width) {
            throw new IllegalStateException("the log has " + hashes.size() + " hashes where there must be " + width);
        }
        return hashes;
    }
}
