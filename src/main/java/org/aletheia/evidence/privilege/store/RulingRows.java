package org.aletheia.evidence.privilege.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.privilege.PrivilegeRuling;
import org.aletheia.evidence.privilege.Ruling;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Rulings on privilege; every method joins the caller's transaction. */
@ApplicationScoped
public class RulingRows {
    private static final String LOCK = "select from submission where id = ? for update";
    private static final String ADD =
            "insert into privilege_ruling (id, submission, ruling, member, ruled_at, event_id) values (?, ?, ?, ?, ?, ?)";
    private static final String OF = "select * from privilege_ruling where submission = ? order by id";
    private static final String ITEMS = "select * from aletheia_submission_items(?)";

    private final AgroalDataSource dataSource;

    RulingRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lets nobody rule on the submission, nor add to it, until the caller's transaction ends. */
    public void lock(UUID submission) {
        query(LOCK, submission, row -> submission);
    }

    /** Adds one. */
    public void add(PrivilegeRuling ruling, UUID event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, ruling.id());
            statement.setObject(2, ruling.submission());
            statement.setString(3, ruling.ruling().code());
            statement.setObject(4, ruling.member());
            statement.setTimestamp(5, Timestamp.from(ruling.ruledAt()));
            statement.setObject(6, event);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Those on a submission that row-level security shows, in the order in which they were made. */
    public List<PrivilegeRuling> of(UUID submission) {
        return query(
                OF,
                submission,
                row -> new PrivilegeRuling(
                        row.getObject("id", UUID.class),
                        submission,
                        Ruling.parse(row.getString("ruling")),
                        row.getObject("member", UUID.class),
                        row.getTimestamp("ruled_at").toInstant()));
    }

    /** All items of a submission of the caller's organisation, also those closed to them. */
    public List<UUID> items(UUID submission) {
        return query(ITEMS, submission, row -> row.getObject(1, UUID.class));
    }

    private <T> List<T> query(String sql, UUID submission, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, submission);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
