package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.content.ContentKeys;
import org.aletheia.evidence.content.KnownContents;
import org.aletheia.evidence.retention.DisposedContents;
import org.aletheia.evidence.retention.KeptContent;
import org.aletheia.evidence.retention.KeptContents;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/** Items as followers see them: all of them, with the follower's role. Plain JDBC, each call in its own short transaction. */
@ApplicationScoped
public class FollowedItems implements KnownContents, KeptContents, DisposedContents {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String REMOVED =
            "update %s set content_removed_at = now() where id = ? and content_removed_at is null";

    private final AgroalDataSource follower;

    FollowedItems(@DataSource("follower") AgroalDataSource follower) {
        this.follower = follower;
    }

    /**
     * An item with the part of its projection that its row decides.
     *
     * @param narrativeApart whether it is the narrative of a claim and not open to prosecution, or holds words of a claim narrative, which is
     *     open to some bodies at most
     * @param openTo these bodies
     */
    public record Followed(
            EvidenceItem item, boolean narrativeApart, List<UUID> openTo, Projection.Builder projection) {
        public Followed {
            openTo = List.copyOf(openTo);
        }
    }

    /** Those of the items that there are, as they are committed now, in no order. */
    public List<Followed> find(Collection<UUID> ids) {
        return query("""
                select item.*, aletheia_narrative_apart(item.id)
                    or exists (select from statement_narrative n where n.item_id = item.id) as apart,
                    case when aletheia_narrative_apart(item.id) then '{}' else array(
                        select body from statement_narrative n cross join unnest(n.open_to) as body
                        where n.item_id = item.id group by body
                        having count(*) = (select count(*) from statement_narrative m where m.item_id = item.id)
                        order by body) end as open_to
                from item where id = any (?) and disposed is null""", statement -> statement.setArray(1, uuids(statement, ids)), rows -> {
            List<Followed> found = new ArrayList<>();
            while (rows.next()) {
                ItemRow row = row(rows);
                found.add(new Followed(row.view(), rows.getBoolean("apart"), bodies(rows), Projection.of("item", row)));
            }
            return found;
        });
    }

    @Override
    public List<UUID> idsAfter(@Nullable UUID after, int limit) {
        return query(
                "select id from item where id > ? and disposed is null order by id limit ?",
                statement -> {
                    statement.setObject(1, after == null ? FIRST : after);
                    statement.setInt(2, limit);
                },
                rows -> ids(rows, new ArrayList<>()));
    }

    @Override
    public List<KeptContent> kept(Collection<UUID> ids) {
        return query(
                "select i.id, c.object_id, i.state, i.created_at, s.statement ->> 'retentionRule' as rule,"
                        + " (select case when bool_or(h.released_by is null) then 'STANDING' else 'LIFTED' end"
                        + " from legal_hold h where h.item = i.id having count(*) > 0) as hold"
                        + " from item i join submission s on s.id = i.submission join stored_content c on c.item = i.id"
                        + " where i.id = any (?) and c.item = any (?) and i.disposed is null",
                statement -> {
                    statement.setArray(1, uuids(statement, ids));
                    statement.setArray(2, uuids(statement, ids));
                },
                rows -> {
                    List<KeptContent> kept = new ArrayList<>();
                    while (rows.next()) {
                        kept.add(new KeptContent(
                                rows.getObject("id", UUID.class),
                                ContentKeys.of(rows.getObject("object_id", UUID.class)),
                                ItemState.parse(rows.getString("state")),
                                rows.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                rows.getString("rule"),
                                hold(rows.getString("hold"))));
                    }
                    return kept;
                });
    }

    private static KeptContent.LegalHold hold(@Nullable String standing) {
        return standing == null ? KeptContent.LegalHold.NEVER : KeptContent.LegalHold.valueOf(standing);
    }

    @Override
    public Set<UUID> known(Collection<UUID> objectIds) {
        return query(
                "select object_id from stored_content where object_id = any (?)"
                        + " union all select object_id from anonymous_file where object_id = any (?)",
                statement -> {
                    statement.setArray(1, uuids(statement, objectIds));
                    statement.setArray(2, uuids(statement, objectIds));
                },
                rows -> ids(rows, new HashSet<>()));
    }

    @Override
    public List<Left> left(UUID after, int limit) {
        return query(
                "select id, object_id from stored_content where id > ? and disposed is not null and content_removed_at is null"
                        + " order by id limit ?",
                statement -> {
                    statement.setObject(1, after);
                    statement.setInt(2, limit);
                },
                rows -> {
                    List<Left> left = new ArrayList<>();
                    while (rows.next()) {
                        left.add(new Left(
                                rows.getObject("id", UUID.class),
                                ContentKeys.of(rows.getObject("object_id", UUID.class))));
                    }
                    return left;
                });
    }

    @Override
    public void removed(UUID id) {
        try (Connection connection = follower.getConnection()) {
            for (String table : List.of("item", "rendition")) {
                try (PreparedStatement statement = connection.prepareStatement(REMOVED.formatted(table))) {
                    statement.setObject(1, id);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T> T query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }

    private static List<UUID> bodies(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("open_to").getArray());
    }

    private static <C extends Collection<UUID>> C ids(ResultSet rows, C into) throws SQLException {
        while (rows.next()) {
            into.add(rows.getObject(1, UUID.class));
        }
        return into;
    }

    private static ItemRow row(ResultSet from) throws SQLException {
        ItemRow row = new ItemRow();
        row.id = from.getObject("id", UUID.class);
        row.ownerOrg = from.getObject("owner_org", UUID.class);
        row.classification = from.getString("classification");
        row.compartments = (String[]) from.getArray("compartments").getArray();
        row.revision = from.getInt("revision");
        row.createdAt = from.getObject("created_at", OffsetDateTime.class).toInstant();
        row.revisedAt = from.getObject("revised_at", OffsetDateTime.class).toInstant();
        row.submission = from.getObject("submission", UUID.class);
        row.member = from.getObject("member", UUID.class);
        row.state = from.getString("state");
        row.registrationNumber = from.getString("registration_number");
        row.decision = from.getString("decision");
        row.metadata = from.getString("metadata");
        row.receiptEvent = from.getObject("receipt_event", UUID.class);
        row.receiptEntry = from.getBytes("receipt_entry");
        file(row, from);
        return row;
    }

    private static void file(ItemRow row, ResultSet from) throws SQLException {
        row.fileName = from.getString("file_name");
        row.mediaType = from.getString("media_type");
        row.detectedType = from.getString("detected_type");
        row.detector = from.getString("detector");
        row.objectId = from.getObject("object_id", UUID.class);
        row.unitKey = from.getObject("unit_key", UUID.class);
        row.contentFormat = from.getInt("content_format");
        row.length = from.getLong("length");
        row.sha256 = from.getBytes("sha256");
        row.sha512 = from.getBytes("sha512");
        row.sealedLength = from.getLong("sealed_length");
        row.sealedSha256 = from.getBytes("sealed_sha256");
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
