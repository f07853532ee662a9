package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Which database answers: one that was restored, or that took another's place, has another identity. As long as one server
 * process runs on one set of files, nothing that it has committed is gone, provided that its commits are durable.
 *
 * @param started when the server process began to run
 * @param database number of the database in it, which one that was made again does not have
 * @param table number of the file of the log's head, which one that was emptied or made again does not have
 */
public record DatabaseIdentity(Instant started, long database, long table) {
    private static final String SELECT = """
            select pg_postmaster_start_time(),
                   (select oid from pg_database where datname = current_database())::bigint,
                   (select relfilenode from pg_class where oid = 'log_head'::regclass)::bigint""";

    /** Asks. */
    public static DatabaseIdentity read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new DatabaseIdentity(
                    row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3));
        }
    }
}
