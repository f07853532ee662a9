package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far each follower has come. */
public final class CursorStore {
    private static final String ENSURE = "insert into follower_cursor (name) values (?) on conflict do nothing";
    private static final String SELECT = "select position from follower_cursor where name = ?";
    private static final String MOVE =
            "update follower_cursor set position = ?, revised_at = now() where name = ? and position = ?";

    private static final String RESTART =
            "update follower_cursor set position = 0, revised_at = now() where starts_with(name, ?)";

    private final Transactions database;

    public CursorStore(Transactions database) {
        this.database = database;
    }

    /** Every change below this index is done; 0 for a new follower. */
    public long position(String name) {
        return database.onConnection(connection -> {
            try (PreparedStatement ensure = connection.prepareStatement(ENSURE);
                    PreparedStatement select = connection.prepareStatement(SELECT)) {
                ensure.setString(1, name);
                ensure.executeUpdate();
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Sets the cursors back whose names begin so: what they tell of is to be done anew, as part of a transaction. */
    public static void restart(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement restart = connection.prepareStatement(RESTART)) {
            restart.setString(1, prefix);
            restart.executeUpdate();
        }
    }

    /** Moves a cursor; false where another replica has moved it meanwhile. */
    public boolean move(String name, long from, long to) {
        return database.onConnection(connection -> {
            try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                move.setLong(1, to);
                move.setString(2, name);
                move.setLong(3, from);
                return move.executeUpdate() == 1;
            }
        });
    }
}
