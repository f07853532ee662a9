package org.aletheia.custody.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;

/** Reads the journal: by history, by event, by index. */
public final class ChainStore {
    private static final String EVENT = """
            select j.event_id, j.event_type, j.event_group, j.subject_kinds, j.subject_ids, j.seed, j.entry, j.canonical,
                   j.log_index""";
    static final String HISTORY = EVENT + """
            , s.number
            from journal_subject s join journal j on j.log_index = s.log_index
            where s.subject_kind = ? and s.subject_id = ? and s.chain = ? and s.number > ?
            """;
    private static final String AMONG = "and j.event_id = any (?)";
    static final String BY_NUMBER = " order by s.number limit ?";
    // an organisation stands in histories of use alone; who sees a use is decided by what the event itself says
    static final String ACCESS_OF_ORGANISATION = EVENT + """
            , s.number
            from journal_subject s join journal j on j.log_index = s.log_index
            where s.subject_kind = ? and s.subject_id = ? and s.organisation = ? and s.number > ?
              and aletheia_organisation(j.canonical) = s.organisation
            """ + BY_NUMBER;
    private static final String BY_EVENT = EVENT + " from journal j where j.event_id = ?";
    // the condition of an index, so it is part of the statement
    private static final String RECOVERIES =
            EVENT + " from journal j where j.event_type = 'GOV-LOG-RECOVERED' union all " + EVENT
                    + " from journal j join log_succession s on s.first_index = j.log_index order by 9 desc limit ?";
    // the expression and the condition of an index, so they are part of the statement
    static final String USES = EVENT + """
             from journal j
            where j.event_group = 'access' and aletheia_actor(j.canonical) = ? and j.log_index < ?
            order by j.log_index desc limit ?""";
    private static final String INDEX = "select log_index from journal where event_id = ?";
    private static final String CHANGES = EVENT + """
             from journal j
            where j.log_index >= ? and j.log_index < ? and j.event_group <> 'access' and j.event_group <> 'lost'
            order by j.log_index limit ?""";
    private static final String ALL =
            EVENT + " from journal j where j.log_index >= ? and j.log_index < ? order by j.log_index";

    private final Transactions database;

    public ChainStore(Transactions database) {
        this.database = database;
    }

    /** An event with its places. @param number in the history that was asked for, else 0 */
    public record Placed(long index, long number, SealedRow row) {}

    /** A part of a history, by number. */
    public List<Placed> history(Subject subject, Chain chain, long after, int limit) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HISTORY + BY_NUMBER)) {
                history(select, subject, chain, after);
                select.setInt(5, limit);
                return placed(select, true);
            }
        });
    }

    /** A part of the history of uses, by number, of those that members of one organisation made. */
    public List<Placed> accessOf(UUID organisation, Subject subject, long after, int limit) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ACCESS_OF_ORGANISATION)) {
                select.setString(1, subject.kind());
                select.setObject(2, subject.id());
                select.setObject(3, organisation);
                select.setLong(4, after);
                select.setInt(5, limit);
                return placed(select, true);
            }
        });
    }

    /** A part of a history, by number, of some of its events. */
    public List<Placed> history(Subject subject, Chain chain, Collection<UUID> events, long after, int limit) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HISTORY + AMONG + BY_NUMBER)) {
                history(select, subject, chain, after);
                select.setArray(5, connection.createArrayOf("uuid", events.toArray()));
                select.setInt(6, limit);
                return placed(select, true);
            }
        });
    }

    private static void history(PreparedStatement select, Subject subject, Chain chain, long after)
            throws SQLException {
        select.setString(1, subject.kind());
        select.setObject(2, subject.id());
        select.setString(3, chain.code());
        select.setLong(4, after);
    }

    /** One event. */
    public Optional<Placed> find(UUID eventId) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BY_EVENT)) {
                select.setObject(1, eventId);
                return placed(select, false).stream().findFirst();
            }
        });
    }

    /** The last events that declare a loss, or that the log got another name, the newest first. */
    public List<Placed> recoveries(int limit) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(RECOVERIES)) {
                select.setInt(1, limit);
                return placed(select, false);
            }
        });
    }

    /** Events of use that a member made, before an index, the last first. */
    public List<Placed> uses(UUID member, long before, int limit) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(USES)) {
                select.setObject(1, member);
                select.setLong(2, before);
                select.setInt(3, limit);
                return placed(select, false);
            }
        });
    }

    /** Index of one event. */
    public Optional<Long> index(UUID eventId) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(INDEX)) {
                select.setObject(1, eventId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    /** Changes with from ≤ index < to, in order. */
    public List<Placed> changes(long from, long to, int limit) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
                select.setLong(1, from);
                select.setLong(2, to);
                select.setInt(3, limit);
                return placed(select, false);
            }
        });
    }

    /** All events with from ≤ index < to that there are, in order. */
    public List<Placed> all(long from, long to) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ALL)) {
                select.setLong(1, from);
                select.setLong(2, to);
                return placed(select, false);
            }
        });
    }

    private static List<Placed> placed(PreparedStatement select, boolean numbered) throws SQLException {
        List<Placed> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long number = numbered ? rows.getLong(10) : 0;
                found.add(new Placed(rows.getLong(9), number, PendingStore.row(rows)));
            }
        }
        return found;
    }
}
