package org.aletheia.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.util.PGobject;

/**
 * Rows like those that the server wrote, through JDBC batches into tables of the same columns and indexes, without triggers,
 * foreign keys and row-level security. One connection; commits each batch.
 */
final class RawRows implements AutoCloseable {
    private static final int BATCH = 1000;

    private final Connection connection;
    private final List<Copy> copies = new ArrayList<>();
    private final List<Share> shares;
    private long number;

    /** @param each how many rows of the table belong to one of what is inserted */
    record Share(String table, int each) {}

    private record Copy(Share share, PreparedStatement insert, Object[] template, List<Integer> keys) {}

    RawRows(Connection connection, List<Share> shares) {
        this.connection = connection;
        this.shares = shares;
    }

    /** Takes the last row of each table as the pattern of those to come. */
    void prepare() throws SQLException {
        connection.setAutoCommit(false);
        for (Share share : shares) {
            copies.add(copy(share));
        }
        connection.commit();
    }

    private Copy copy(Share share) throws SQLException {
        String bare = "bench_" + share.table();
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + bare);
            statement.execute("create table " + bare + " (like " + share.table() + " including all)");
            String written = writtenColumns(statement, share.table());
            try (ResultSet row = statement.executeQuery("select " + written + " from " + share.table() + " order by "
                    + (share.table().equals("journal") ? "log_index desc" : "ctid desc") + " limit 1")) {
                row.next();
                ResultSetMetaData columns = row.getMetaData();
                Object[] template = new Object[columns.getColumnCount()];
                List<Integer> keys = new ArrayList<>();
                for (int i = 0; i < template.length; i++) {
                    template[i] = row.getObject(i + 1);
                    if (isKey(share.table(), columns.getColumnName(i + 1))) {
                        keys.add(i);
                    }
                }
                String marks =
                        IntStream.range(0, template.length).mapToObj(i -> "?").collect(Collectors.joining(", "));
                return new Copy(
                        share,
                        connection.prepareStatement(
                                "insert into " + bare + " (" + written + ") values (" + marks + ")"),
                        template,
                        keys);
            }
        }
    }

    /** All but those that PostgreSQL computes from others, on either side. */
    private static String writtenColumns(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select string_agg(quote_ident(attname), ', ' order by attnum)"
                + " from pg_attribute where attrelid = '" + table + "'::regclass"
                + " and attnum > 0 and not attisdropped and attgenerated = ''")) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isKey(String table, String column) {
        return switch (table) {
            case "revision" -> column.equals("subject_id");
            case "journal" -> column.equals("log_index") || column.equals("event_id");
            case "external_id" -> column.equals("external_id");
            case "victim" -> column.equals("id") || column.equals("content"); // the pseudonym in it is one of its own
            default -> column.equals("id");
        };
    }

    /** Inserts the rows of so many. */
    void insert(int many) throws SQLException {
        for (int done = 0; done < many; done += BATCH) {
            for (Copy copy : copies) {
                batch(copy, Math.min(BATCH, many - done) * copy.share().each());
            }
            connection.commit();
        }
    }

    private void batch(Copy copy, int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            for (int column = 0; column < copy.template().length; column++) {
                Object value = copy.template()[column];
                copy.insert().setObject(column + 1, copy.keys().contains(column) ? another(value) : value);
            }
            copy.insert().addBatch();
        }
        copy.insert().executeBatch();
    }

    private Object another(Object like) {
        number++;
        return switch (like) {
            case UUID uuid -> new UUID(uuid.getMostSignificantBits() + number, uuid.getLeastSignificantBits());
            case Long index -> number;
            case PGobject content -> content(content);
            default -> "bench/" + number;
        };
    }

    private PGobject content(PGobject like) {
        String digits = String.format(Locale.ROOT, "%010d", number);
        String pseudonym = "V-" + digits.substring(0, 5) + "-" + digits.substring(5);
        try {
            PGobject content = new PGobject();
            content.setType(like.getType());
            content.setValue(like.getValue().replaceAll("V-\\w{5}-\\w{5}", pseudonym));
            return content;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (Share share : shares) {
                statement.execute("drop table if exists bench_" + share.table());
            }
        }
        connection.close();
    }
}
