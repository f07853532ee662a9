package org.aletheia.evidence.rendition.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Renditions, as far as row-level security shows their items. Every method joins the caller's transaction, if there is one. */
@ApplicationScoped
public class RenditionRows {
    private static final String OF = "select * from rendition where item = ? and id > ? order by id limit ?";
    private static final String INPUTS = "select sha256 from rendition where item = ?";
    private static final String ONE = "select * from rendition where item = ? and id = ?";
    private static final String SAME = "select * from rendition where item = ? and kind = ? and sha256 = ?";
    private static final String PROPOSED = """
            select * from rendition where owner_org = ? and id > ? and state = 'proposed' and disposed is null
            order by id limit ?""";
    private static final String ADD = """
            insert into rendition (id, item, owner_org, kind, language, tool, tool_version, inputs, made_by, made_at,
                made_event, made_entry, media_type, object_id, unit_key, content_format, length, sha256, sha512,
                sealed_length, sealed_sha256, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DECIDE = """
            update rendition set state = ?, decided_by = ?, decided_at = ?, refused_for = ?,
                withdrawn_by = ?, withdrawn_at = ?, withdrawn_for = ?
            where id = ?""";

    private final AgroalDataSource dataSource;

    RenditionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of an item after an id, the first one first. */
    public List<Rendition> of(UUID item, UUID after, int limit) {
        return query(OF, statement -> {
            statement.setObject(1, item);
            statement.setObject(2, after);
            statement.setInt(3, limit);
        });
    }

    /** SHA-256 of all of an item. */
    public Set<Digest> digests(UUID item) {
        return Set.copyOf(query(
                INPUTS,
                statement -> statement.setObject(1, item),
                row -> new Digest(DigestAlgorithm.SHA_256, row.getBytes(1))));
    }

    /** One of an item. */
    public Optional<Rendition> find(UUID item, UUID id) {
        return query(ONE, statement -> {
                    statement.setObject(1, item);
                    statement.setObject(2, id);
                })
                .stream()
                .findFirst();
    }

    /** One that stays as it is until the caller's transaction ends. */
    public Optional<Rendition> lock(UUID item, UUID id) {
        return query(ONE + " for update", statement -> {
                    statement.setObject(1, item);
                    statement.setObject(2, id);
                })
                .stream()
                .findFirst();
    }

    /** The one of these bytes, as this kind of thing. */
    public Optional<Rendition> find(UUID item, String kind, Digest sha256) {
        return query(SAME, statement -> {
                    statement.setObject(1, item);
                    statement.setString(2, kind);
                    statement.setBytes(3, sha256.bytes());
                })
                .stream()
                .findFirst();
    }

    /** Those of an organisation's items that nobody has judged, after an id. */
    public List<Rendition> proposed(UUID organisation, UUID after, int limit) {
        return query(PROPOSED, statement -> {
            statement.setObject(1, organisation);
            statement.setObject(2, after);
            statement.setInt(3, limit);
        });
    }

    /** Adds one that is proposed. */
    public void add(Rendition made) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            int at = 1;
            statement.setObject(at++, made.id());
            statement.setObject(at++, made.item());
            statement.setObject(at++, made.ownerOrg());
            statement.setString(at++, made.said().kind());
            statement.setString(
                    at++,
                    made.said().language() == null
                            ? null
                            : made.said().language().value());
            statement.setString(at++, made.said().tool());
            statement.setString(at++, made.said().toolVersion());
            statement.setBytes(at++, RenditionRow.joined(made.said().inputs()));
            statement.setObject(at++, made.made().by());
            statement.setTimestamp(at++, Timestamp.from(made.made().at()));
            statement.setObject(at++, made.made().event().event());
            statement.setBytes(at++, made.made().event().entry().bytes());
            statement.setString(at++, made.file().mediaType());
            content(statement, at, made.file().content());
            statement.setString(22, made.state().code());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void content(PreparedStatement statement, int from, StoredContent content) throws SQLException {
        int at = from;
        statement.setObject(at++, content.objectId());
        statement.setObject(at++, content.unitKeyId());
        statement.setInt(at++, content.format());
        statement.setLong(at++, content.length());
        statement.setBytes(at++, content.sha256().bytes());
        statement.setBytes(
                at++, content.sha512() == null ? null : content.sha512().bytes());
        statement.setLong(at++, content.sealedLength());
        statement.setBytes(at, content.sealedSha256().bytes());
    }

    /** Writes what was decided of one that the caller locked. */
    public void decide(Rendition next) {
        Rendition.Step decision = next.decision();
        Rendition.Step withdrawal = next.withdrawal();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DECIDE)) {
            statement.setString(1, next.state().code());
            statement.setObject(2, decision == null ? null : decision.by());
            statement.setTimestamp(3, decision == null ? null : Timestamp.from(decision.at()));
            statement.setString(4, decision == null ? null : decision.reason());
            statement.setObject(5, withdrawal == null ? null : withdrawal.by());
            statement.setTimestamp(6, withdrawal == null ? null : Timestamp.from(withdrawal.at()));
            statement.setString(7, withdrawal == null ? null : withdrawal.reason());
            statement.setObject(8, next.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The scopes of all orders that withhold the content of an item which the caller's organisation has. */
    public Set<String> withheld(UUID item) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select aletheia_withheld(?)")) {
            statement.setObject(1, item);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Set.copyOf(Arrays.asList((String[]) rows.getArray(1).getArray()));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Rendition> query(String sql, Binding binding) {
        return query(sql, binding, RenditionRow::read);
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
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

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
