package org.aletheia.access.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Share;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/**
 * Shares; every method joins the caller's transaction and makes one or two statements, however many shares it touches.
 * Whoever ends a share or adds another along with it holds the row of the outermost share of both first: so one that is
 * being added is seen by the end, or sees it.
 */
@ApplicationScoped
public class ShareStore {
    private static final String COLUMNS =
            "id, kind, record_id, owner_org, grantee_org, purposes, ends_at, ended_at, along_of, granted_by, granted_at";
    private static final String ADD = "insert into share (" + COLUMNS + ") " + """
            select s.id, s.kind, s.record_id, s.owner_org, s.grantee_org, s.purposes::text[], s.ends_at, null, s.along_of,
                s.granted_by, s.granted_at
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::uuid[],
                        ?::timestamptz[], ?::text[])
                as s (id, kind, record_id, owner_org, grantee_org, ends_at, along_of, granted_by, granted_at, purposes)
            on conflict (kind, record_id, grantee_org) where ended_at is null do nothing
            returning id""";
    /** What has ended by itself is not in the way of what is given anew; a freeze is no such end. */
    private static final String LAPSE = """
            update share s set ended_at = s.ends_at
            from unnest(?::text[], ?::uuid[], ?::uuid[]) as w (kind, record_id, grantee_org)
            where s.kind = w.kind and s.record_id = w.record_id and s.grantee_org = w.grantee_org
                and s.ended_at is null and s.suspended_at is null and s.ends_at <= now()
            returning s.id""";

    private static final String FIND = "select " + COLUMNS + " from share where id = ?";
    private static final String STANDING =
            "select " + COLUMNS + " from share where kind = ? and record_id = ? and ended_at is null order by id";
    private static final String WITH_STANDING =
            "select distinct record_id from share where kind = ? and record_id = any (?) and ended_at is null";
    private static final String UPWARDS = """
             union all select above.id, above.along_of from share above join up on above.id = up.along_of)
            select id from share where id in (select up.id from up where up.along_of is null) order by id""";
    private static final String HOLD_STANDING = """
            with recursive up as (
                select id, along_of from share where kind = ? and record_id = ? and ended_at is null""" + UPWARDS + " for share";
    private static final String HOLD_TO_END =
            "with recursive up as (select id, along_of from share where id = ?" + UPWARDS + " for no key update";
    /** Who freezes an organisation changes its row first: its shares are added before, or not at all. */
    private static final String HOLD_OPEN =
            "select id from member_organisation where id = any (?) and frozen_at is null order by id for share";
    /** What has ended long ago is closed to everybody, whatever clocks say. */
    private static final String SUSPEND = """
            update share set suspended_at = ?, resumes_until = ends_at, ends_at = to_timestamp(0)
            where owner_org = ? and ended_at is null and (ends_at is null or ends_at > now())
            returning id, kind, record_id, owner_org, grantee_org, purposes, resumes_until as ends_at, ended_at, along_of,
                granted_by, granted_at""";

    private static final String RESUME = """
            update share set ends_at = resumes_until, resumes_until = null, suspended_at = null
            where owner_org = ? and suspended_at is not null and ended_at is null returning
            """ + COLUMNS;
    private static final String ALONG = """
            with recursive down as (
                select id from share where id = ?
                union all select below.id from share below join down on below.along_of = down.id)
            """ + "select " + COLUMNS
            + " from share where id in (select id from down) and ended_at is null order by id";
    private static final String UNTIL =
            "update share set ends_at = ? where id = any (?) and ended_at is null returning " + COLUMNS;
    private static final String PURPOSES =
            "update share set purposes = ? where id = any (?) and ended_at is null returning " + COLUMNS;
    private static final String END = """
            with recursive down as (
                select id from share where id = ?
                union all select below.id from share below join down on below.along_of = down.id)
            update share set ended_at = ? where id in (select id from down) and ended_at is null returning
            """ + COLUMNS;

    private final AgroalDataSource dataSource;

    ShareStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Adds those of the shares whose record the grantee has not got already, and whose owner is not frozen, and returns
     * these.
     */
    public List<Share> add(List<Share> wanted) {
        Set<UUID> open = open(wanted);
        List<Share> shares =
                wanted.stream().filter(share -> open.contains(share.owner())).toList();
        query(LAPSE, row -> row.getObject("id", UUID.class), (connection, statement) -> {
            statement.setArray(
                    1, array(connection, "text", shares, share -> share.kind().code()));
            statement.setArray(2, array(connection, "uuid", shares, Share::record));
            statement.setArray(3, array(connection, "uuid", shares, Share::grantee));
        });
        Set<UUID> added = new HashSet<>(query(ADD, row -> row.getObject("id", UUID.class), (connection, statement) -> {
            statement.setArray(1, array(connection, "uuid", shares, Share::id));
            statement.setArray(
                    2, array(connection, "text", shares, share -> share.kind().code()));
            statement.setArray(3, array(connection, "uuid", shares, Share::record));
            statement.setArray(4, array(connection, "uuid", shares, Share::owner));
            statement.setArray(5, array(connection, "uuid", shares, Share::grantee));
            statement.setArray(6, array(connection, "timestamptz", shares, share -> timestamp(share.endsAt())));
            statement.setArray(7, array(connection, "uuid", shares, Share::alongOf));
            statement.setArray(8, array(connection, "uuid", shares, Share::grantedBy));
            statement.setArray(9, array(connection, "timestamptz", shares, share -> timestamp(share.grantedAt())));
            statement.setArray(10, array(connection, "text", shares, ShareStore::purposes));
        }));
        return shares.stream().filter(share -> added.contains(share.id())).toList();
    }

    /** Finds one, ended or not. */
    public Optional<Share> find(UUID id) {
        return query(FIND, ShareStore::share, (connection, statement) -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    /** Those that nobody has ended of one record. */
    public List<Share> standing(RecordKind kind, UUID record) {
        return query(STANDING, ShareStore::share, of(kind, record));
    }

    /** Those of the records of which any share stands. */
    public Set<UUID> withStanding(RecordKind kind, Collection<UUID> records) {
        return new HashSet<>(
                query(WITH_STANDING, row -> row.getObject("record_id", UUID.class), (connection, statement) -> {
                    statement.setString(1, kind.code());
                    statement.setArray(2, connection.createArrayOf("uuid", records.toArray()));
                }));
    }

    /** Those that nobody has ended of one record; nobody ends one of them until the caller's transaction is over. */
    public List<Share> holdStanding(RecordKind kind, UUID record) {
        List<UUID> held = query(HOLD_STANDING, row -> row.getObject("id", UUID.class), of(kind, record));
        return held.isEmpty() ? List.of() : standing(kind, record);
    }

    /** It and all that were given along with it, as far as nobody has ended them; nobody does until the caller's transaction is over. */
    public List<Share> holdAlong(UUID id) {
        hold(id);
        return query(ALONG, ShareStore::share, (connection, statement) -> statement.setObject(1, id));
    }

    /** Gives those that nobody has ended another end, and returns them with it. */
    public List<Share> until(List<UUID> ids, @Nullable Instant until) {
        return query(UNTIL, ShareStore::share, (connection, statement) -> {
            statement.setObject(
                    1, until == null ? null : until.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
        });
    }

    /** Gives those that nobody has ended these purposes, and returns them with these. */
    public List<Share> purposes(List<UUID> ids, Set<Purpose> purposes) {
        return query(PURPOSES, ShareStore::share, (connection, statement) -> {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", purposes.stream().map(Purpose::code).toArray()));
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
        });
    }

    /** Ends it and all that were given along with it; returns those that stood until now. */
    public List<Share> end(UUID id, Instant at) {
        hold(id);
        return query(END, ShareStore::share, (connection, statement) -> {
            statement.setObject(1, id);
            statement.setTimestamp(2, Timestamp.from(at));
        });
    }

    /** Closes all that are in force of what an organisation owns, until they are resumed; returns them as they were. */
    public List<Share> suspend(UUID owner, Instant at) {
        return query(SUSPEND, ShareStore::share, (connection, statement) -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setObject(2, owner);
        });
    }

    /** Makes those that were suspended, and not ended since, again what they were, and returns them. */
    public List<Share> resume(UUID owner) {
        return query(RESUME, ShareStore::share, (connection, statement) -> statement.setObject(1, owner));
    }

    private void hold(UUID id) {
        query(
                HOLD_TO_END,
                row -> row.getObject("id", UUID.class),
                (connection, statement) -> statement.setObject(1, id));
    }

    private Set<UUID> open(List<Share> wanted) {
        Object[] owners = wanted.stream().map(Share::owner).distinct().toArray();
        return owners.length == 0
                ? Set.of()
                : new HashSet<>(query(
                        HOLD_OPEN,
                        row -> row.getObject("id", UUID.class),
                        (connection, statement) -> statement.setArray(1, connection.createArrayOf("uuid", owners))));
    }

    private <T> List<T> query(String sql, Reading<T> reading, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
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

    private static Binding of(RecordKind kind, UUID record) {
        return (connection, statement) -> {
            statement.setString(1, kind.code());
            statement.setObject(2, record);
        };
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Share> shares, Function<Share, @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = new Object[shares.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(shares.get(i));
        }
        return connection.createArrayOf(type, values);
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getObject("id", UUID.class),
                RecordKind.parse(row.getString("kind")),
                row.getObject("record_id", UUID.class),
                row.getObject("owner_org", UUID.class),
                row.getObject("grantee_org", UUID.class),
                Purpose.parse((String[]) row.getArray("purposes").getArray()),
                instant(row.getTimestamp("ends_at")),
                instant(row.getTimestamp("ended_at")),
                row.getObject("along_of", UUID.class),
                row.getObject("granted_by", UUID.class),
                row.getTimestamp("granted_at").toInstant());
    }

    /** The text form of a PostgreSQL array: codes are letters and hyphens. */
    private static String purposes(Share share) {
        return "{" + String.join(",", share.purposeCodes()) + "}";
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable String timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
