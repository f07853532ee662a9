package org.aletheia.evidence.disposal.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.disposal.Tombstone;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Table {@code disposed_record}, with what the revisions and the item keep; behind the wall. */
@ApplicationScoped
public class TombstoneRows {
    private static final String FIND = "select * from aletheia_tombstone(?, ?)";
    private static final String REVISIONS = """
            select number, digest, created_at from revision where subject_kind = ? and subject_id = ? order by number""";

    private final AgroalDataSource dataSource;

    TombstoneRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The tombstone of a record, which the caller was found permitted to see. */
    public Optional<Tombstone> find(RecordKind kind, UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            List<Tombstone.Committed> revisions = revisions(connection, kind, id);
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, kind.code());
                statement.setObject(2, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(tombstone(kind, id, row, revisions)) : Optional.empty();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<Tombstone.Committed> revisions(Connection connection, RecordKind kind, UUID id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REVISIONS)) {
            statement.setString(1, kind.code());
            statement.setObject(2, id);
            List<Tombstone.Committed> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Tombstone.Committed(
                            row.getInt(1),
                            new Digest(DigestAlgorithm.SHA_256, row.getBytes(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        }
    }

    private static Tombstone tombstone(RecordKind kind, UUID id, ResultSet row, List<Tombstone.Committed> revisions)
            throws SQLException {
        UUID receipt = row.getObject("receipt_event", UUID.class);
        return new Tombstone(
                kind,
                id,
                row.getObject("owner_org", UUID.class),
                row.getObject("disposal", UUID.class),
                row.getString("ground"),
                row.getObject("requester", UUID.class),
                row.getObject("decider", UUID.class),
                row.getObject("disposed_at", OffsetDateTime.class).toInstant(),
                revisions,
                receipt == null
                        ? null
                        : new Tombstone.ItemLeft(
                                row.getString("registration_number"),
                                receipt,
                                new Digest(DigestAlgorithm.SHA_256, row.getBytes("sha256")),
                                instant(row.getObject("content_removed_at", OffsetDateTime.class))));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
