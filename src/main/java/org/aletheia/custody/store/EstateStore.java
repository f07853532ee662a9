package org.aletheia.custody.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.Salt;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole estate asks: page by page in the order of keys, with the rights of role aletheia_follower, and
 * changing nothing. Each question is one statement, so that an event on its way from pending into the journal is seen.
 */
public final class EstateStore {
    private static final String PLACES = """
            select s.subject_kind, s.subject_id, s.chain, s.number, s.log_index, s.organisation,
                   coalesce((j.event_group = 'access') = (s.chain = 'access')
                            and s.organisation is not distinct from
                                case when j.event_group = 'access' then aletheia_organisation(j.canonical) end
                            and exists (select from unnest(j.subject_kinds, j.subject_ids) u (kind, id)
                                        where u.kind = s.subject_kind and u.id = s.subject_id), false)
            from journal_subject s left join journal j on j.log_index = s.log_index
            where (s.subject_kind, s.subject_id, s.chain, s.number) > (?, ?, ?, ?)
            order by s.subject_kind, s.subject_id, s.chain, s.number limit ?""";
    private static final String WANTED = """
            from journal j cross join lateral (
                select distinct kind, id from unnest(j.subject_kinds, j.subject_ids) u (kind, id)
                where kind is not null and id is not null) w
            where j.log_index >= ? and j.log_index < ?""";
    private static final String LACKING = """
            select w.kind, w.id, case when j.event_group = 'access' then 'access' else 'custody' end, 0, j.log_index,
                   case when j.event_group = 'access' then aletheia_organisation(j.canonical) end
            """ + WANTED + """
             and not exists (select from journal_subject s
                where s.subject_kind = w.kind and s.subject_id = w.id
                  and (s.chain = 'access') = (j.event_group = 'access') and s.log_index = j.log_index)
            order by j.log_index""";
    private static final String EVENT = """
            select event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry, canonical
            from %s where event_id = any (?)""";
    private static final String EVENTS =
            EVENT.formatted("journal") + " union all " + EVENT.formatted("journal_pending");
    private static final String NODE = "select hash from log_node where level = ? and position = ?";
    private static final String CHECKPOINTS =
            "select size, root from log_checkpoint where size > ? and size <= ? order by size limit ?";
    private static final String KINDS = "select kind, tbl::text from protected_table where kind <> 'deposit'";
    private static final String STANDINGS = """
            select r.id, r.revision, coalesce((select max(v.number) from revision v
                                               where v.subject_kind = ? and v.subject_id = r.id), 0)
            from %s r where r.id > ? order by r.id limit ?""";
    private static final String NO_DISPOSAL = """
            not exists (select from journal_subject s join journal j on j.log_index = s.log_index
                        where s.subject_kind = %1$s and s.subject_id = w.id and s.chain = 'custody'
                          and j.event_type = 'CE-DISPOSED')
            and not exists (select from journal_pending p
                            where p.event_type = 'CE-DISPOSED' and %1$s = any (p.subject_kinds)
                              and w.id = any (p.subject_ids))""";
    private static final String ABSENT =
            "select w.id from unnest(?::uuid[]) w (id) where not exists (select from %s r where r.id = w.id) and "
                    + NO_DISPOSAL.formatted("?");
    private static final String GONE_UNTOLD =
            "select w.kind, w.id from unnest(?::text[], ?::uuid[]) w (kind, id) where "
                    + NO_DISPOSAL.formatted("w.kind");
    private static final String STILL_THERE = """
            select distinct w.kind, w.id from unnest(?::text[], ?::uuid[]) w (kind, id)
            join revision r on r.subject_kind = w.kind and r.subject_id = w.id where r.content is not null""";
    private static final String REVISIONS = """
            select subject_kind, subject_id, number, salt, content, digest from revision
            where (subject_kind, subject_id, number) > (?, ?, ?)
            order by subject_kind, subject_id, number limit ?""";
    private static final String MADE = "from unnest(?::text[], ?::uuid[], ?::bytea[]) w (kind, id, digest) where ";
    private static final String LACKED = "select w.kind, w.id, w.digest " + MADE + """
            not exists (select from revision r
                        where r.subject_kind = w.kind and r.subject_id = w.id and r.digest = w.digest)""";
    // Canonical JSON has one form: no value inside a string can look like this.
    private static final String NAMES_IT = """
            position(convert_to('["revision","sha-256:' || encode(w.digest, 'hex') || '"]', 'UTF8') in %s.canonical) > 0
            """;
    private static final String UNTOLD = "select w.kind, w.id, w.digest " + MADE + """
            not exists (select from journal_subject s join journal j on j.log_index = s.log_index
                        where s.subject_kind = w.kind and s.subject_id = w.id and s.chain = 'custody' and\s""" + NAMES_IT.formatted("j")
            + ") and not exists (select from journal_pending p where w.id = any (p.subject_ids) and "
            + NAMES_IT.formatted("p") + ")";

    private final Transactions database;

    public EstateStore(Transactions database) {
        this.database = database;
    }

    /**
     * A number in a history.
     *
     * @param about whether its event is there and about the record of the history, of the organisation that the place names
     */
    public record Place(ChainPlace place, boolean about) {}

    /** A record as it stands. @param last number of its last revision, 0 without any */
    public record Standing(UUID id, int revision, int last) {}

    /** A revision, unchecked. @param salt and content are null where its record was disposed of */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Revision(
            Subject subject, int number, @Nullable Salt salt, byte @Nullable [] content, Digest digest) {}

    /** A revision as an event or a row names it. */
    public record Made(Subject subject, Digest digest) {}

    /** Numbers of all histories in the order of their key. @param after null from the start */
    public List<Place> places(@Nullable ChainPlace after, int limit) {
        return query(
                PLACES,
                select -> {
                    select.setString(
                            1, after == null ? "" : after.key().subject().kind());
                    select.setObject(
                            2,
                            after == null
                                    ? new UUID(0, 0)
                                    : after.key().subject().id());
                    select.setString(3, after == null ? "" : after.key().chain().code());
                    select.setLong(4, after == null ? 0 : after.number());
                    select.setInt(5, limit);
                },
                row -> new Place(place(row), row.getBoolean(7)));
    }

    /** How many numbers the events with from ≤ index < to must have. */
    public long placesWanted(long from, long to) {
        return query("select count(*) " + WANTED, range(from, to), row -> row.getLong(1))
                .getFirst();
    }

    /** The histories that lack an event with from ≤ index < to; the numbers say nothing. */
    public List<ChainPlace> placesLacking(long from, long to) {
        return query(LACKING, range(from, to), EstateStore::place);
    }

    /** Those of the events that there are, be they in the journal or on their way there. */
    public List<SealedRow> events(Collection<UUID> ids) {
        return query(
                EVENTS,
                select -> {
                    select.setArray(1, array(select, "uuid", ids.toArray()));
                    select.setArray(2, array(select, "uuid", ids.toArray()));
                },
                PendingStore::row);
    }

    /** The stored root of a full tile. */
    public Optional<Hash> node(int level, long position) {
        return query(
                        NODE,
                        select -> {
                            select.setInt(1, level);
                            select.setLong(2, position);
                        },
                        row -> new Hash(row.getBytes(1)))
                .stream()
                .findFirst();
    }

    /** Signed tree heads with after < size ≤ upTo, the smallest first. */
    public List<TreeHead> checkpoints(long after, long upTo, int limit) {
        return query(
                CHECKPOINTS,
                select -> {
                    select.setLong(1, after);
                    select.setLong(2, upTo);
                    select.setInt(3, limit);
                },
                row -> new TreeHead(row.getLong(1), new Hash(row.getBytes(2))));
    }

    /** Whether size and root of the log's head are those of its edge. */
    public boolean headAgrees() {
        return query("select size, root, frontier from log_head", select -> {}, row -> {
                    TreeHead head = Frontier.parse(row.getBytes(3)).head();
                    return head.equals(new TreeHead(row.getLong(1), new Hash(row.getBytes(2))));
                })
                .equals(List.of(true));
    }

    /** The kinds of records that have revisions, with their tables. */
    public Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        query(KINDS, select -> {}, row -> tables.put(row.getString(1), row.getString(2)));
        return tables;
    }

    /** Records of a table by id. */
    public List<Standing> standings(String kind, String table, UUID after, int limit) {
        return query(
                STANDINGS.formatted(table),
                select -> {
                    select.setString(1, kind);
                    select.setObject(2, after);
                    select.setInt(3, limit);
                },
                row -> new Standing(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)));
    }

    /** Those of the ids that a table does not have, although no event tells that they were disposed of. */
    public List<UUID> absent(String kind, String table, Collection<UUID> ids) {
        return query(
                ABSENT.formatted(table),
                select -> {
                    select.setArray(1, array(select, "uuid", ids.toArray()));
                    select.setString(2, kind);
                    select.setString(3, kind);
                },
                row -> row.getObject(1, UUID.class));
    }

    /** Those of the records of which no event tells that they were disposed of. */
    public List<Subject> undisposed(Collection<Subject> records) {
        return records.isEmpty()
                ? List.of()
                : query(GONE_UNTOLD, select -> name(select, records), EstateStore::subject);
    }

    /** Those of the records of which a revision says something still. */
    public List<Subject> readable(Collection<Subject> records) {
        return records.isEmpty()
                ? List.of()
                : query(STILL_THERE, select -> name(select, records), EstateStore::subject);
    }

    private static void name(PreparedStatement select, Collection<Subject> records) throws SQLException {
        select.setArray(
                1, array(select, "text", records.stream().map(Subject::kind).toArray()));
        select.setArray(
                2, array(select, "uuid", records.stream().map(Subject::id).toArray()));
    }

    /** Revisions of all records in the order of their key. */
    public List<Revision> revisions(Subject after, int number, int limit) {
        return query(
                REVISIONS,
                select -> {
                    select.setString(1, after.kind());
                    select.setObject(2, after.id());
                    select.setInt(3, number);
                    select.setInt(4, limit);
                },
                row -> new Revision(
                        subject(row),
                        row.getInt(3),
                        row.getBytes(4) == null ? null : new Salt(row.getBytes(4)),
                        row.getBytes(5),
                        new Digest(DigestAlgorithm.SHA_256, row.getBytes(6))));
    }

    /** Those of which there is no row. */
    public List<Made> lacking(List<Made> made) {
        return made.isEmpty() ? List.of() : query(LACKED, select -> bind(select, made), EstateStore::made);
    }

    /** Those of which no event tells, be it in the journal or on its way there. */
    public List<Made> untold(List<Made> made) {
        return made.isEmpty() ? List.of() : query(UNTOLD, select -> bind(select, made), EstateStore::made);
    }

    private static void bind(PreparedStatement select, List<Made> made) throws SQLException {
        select.setArray(
                1,
                array(
                        select,
                        "text",
                        made.stream().map(one -> one.subject().kind()).toArray()));
        select.setArray(
                2,
                array(
                        select,
                        "uuid",
                        made.stream().map(one -> one.subject().id()).toArray()));
        select.setArray(
                3,
                array(
                        select,
                        "bytea",
                        made.stream().map(one -> one.digest().bytes()).toArray(byte[][]::new)));
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(subject(row), new Digest(DigestAlgorithm.SHA_256, row.getBytes(3)));
    }

    private static ChainPlace place(ResultSet row) throws SQLException {
        Chain chain = row.getString(3).equals(Chain.ACCESS.code()) ? Chain.ACCESS : Chain.CUSTODY;
        return new ChainPlace(
                new ChainKey(subject(row), chain), row.getLong(4), row.getLong(5), row.getObject(6, UUID.class));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(row.getString(1), row.getObject(2, UUID.class));
    }

    private static Binding range(long from, long to) {
        return select -> {
            select.setLong(1, from);
            select.setLong(2, to);
        };
    }

    private static Array array(PreparedStatement statement, String type, Object[] values) throws SQLException {
        Connection connection = statement.getConnection();
        return connection.createArrayOf(type, values);
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                binding.bind(select);
                List<T> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.read(rows));
                    }
                }
                return found;
            }
        });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
