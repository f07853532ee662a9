package org.aletheia.local.bench.inside.driver;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Bare inserts through the same driver to the same database: rows of the columns and sizes of the journal's last event, in
 * transactions of their own. Each client keeps its connection, its statement and all values that do not differ.
 */
final class Inserting {
    private static final String INSERT = """
            insert into bench_bare
                (event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry, canonical)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LAST =
            "select event_type, event_group, subject_kinds, canonical from journal order by log_index desc limit 1";

    private final List<Client> clients = new ArrayList<>();

    void open(String url, String user, String password, int count) throws SQLException {
        clients.clear();
        for (int i = 0; i < count; i++) {
            clients.add(new Client(DriverManager.getConnection(url, user, password)));
        }
    }

    void insert(int count, int rows, int perTransaction) throws Exception {
        Clients.share(
                count, rows / perTransaction, client -> clients.get(client).insert(perTransaction));
    }

    /** One connection with its statement. */
    private static final class Client {
        private final Connection connection;
        private final PreparedStatement insert;
        private final byte[] hash = new byte[32];

        Client(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            this.insert = connection.prepareStatement(INSERT);
            try (PreparedStatement last = connection.prepareStatement(LAST);
                    ResultSet row = last.executeQuery()) {
                row.next();
                insert.setString(2, row.getString(1));
                insert.setString(3, row.getString(2));
                insert.setArray(4, connection.createArrayOf("text", (Object[])
                        row.getArray(3).getArray()));
                insert.setBytes(8, row.getBytes(4));
            }
            connection.commit();
        }

        void insert(int rows) throws SQLException {
            for (int i = 0; i < rows; i++) {
                bind();
                if (rows > 1) {
                    insert.addBatch();
                }
            }
            if (rows > 1) {
                insert.executeBatch();
            } else {
                insert.executeUpdate();
            }
            connection.commit();
        }

        private void bind() throws SQLException {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
            Array subjects = connection.createArrayOf("uuid", new UUID[] {new UUID(random.nextLong(), 0)});
            insert.setArray(5, subjects);
            random.nextBytes(hash);
            insert.setBytes(6, hash);
            insert.setBytes(7, hash);
        }
    }
}
