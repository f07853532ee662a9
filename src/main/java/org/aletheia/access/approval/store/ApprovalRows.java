package org.aletheia.access.approval.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.ApprovalState;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.Payload;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Requests for a decision of two; every method joins the caller's transaction. */
@ApplicationScoped
public class ApprovalRows {
    private static final String ADD = """
            insert into approval_request (id, matter, record, owner_org, payload, reason, requester, requester_org,
                requested_at, expires_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested')""";
    private static final String COLUMNS = """
            select id, matter, record, owner_org, payload, reason, requester, requester_org, requested_at, expires_at,
                state, decider, decided_at, decision_reason, used_at from approval_request""";
    private static final String FIND = COLUMNS + " where id = ?";
    private static final String LOCK = FIND + " for update";
    private static final String AFTER = COLUMNS + " where id > ? order by id limit ?";
    private static final String WAITING = COLUMNS
            + " where matter = ? and record = ? and payload = ? and requester = ? and state = 'requested'"
            + " and expires_at > ? order by id limit 1";
    private static final String DECIDE = """
            update approval_request set state = ?, decider = ?, decided_at = ?, decision_reason = ?
            where id = ? and state = 'requested'""";

    private static final String USE = "update approval_request set used_at = ? where id = ? and used_at is null";

    private final AgroalDataSource dataSource;

    ApprovalRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds one that nobody has decided. */
    public void add(Approval asked) {
        update(
                ADD,
                asked.id(),
                asked.matter().code(),
                asked.record(),
                asked.ownerOrg(),
                asked.payload().canonical(),
                asked.reason(),
                asked.requester(),
                asked.requesterOrg(),
                Timestamp.from(asked.requestedAt()),
                Timestamp.from(asked.expiresAt()));
    }

    /** One that row-level security shows. */
    public Optional<Approval> find(UUID id) {
        return query(FIND, id).stream().findFirst();
    }

    /** As {@link #find}; nobody else decides it until the caller's transaction ends. */
    public Optional<Approval> lock(UUID id) {
        return query(LOCK, id).stream().findFirst();
    }

    /** Those after an id that row-level security shows, in order of ids. */
    public List<Approval> after(UUID id, int most) {
        return query(AFTER, id, most);
    }

    /** One by which the same member asks the same and that can be decided still. */
    public Optional<Approval> waiting(Approval same, Instant now) {
        return query(
                        WAITING,
                        same.matter().code(),
                        same.record(),
                        same.payload().canonical(),
                        same.requester(),
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    /** Writes the decision of one that the caller locked. */
    public void decide(Approval decided) {
        Approval.Decision decision = Objects.requireNonNull(decided.decision());
        int written = update(
                DECIDE,
                decision.state().code(),
                decision.by(),
                Timestamp.from(decision.at()),
                decision.reason(),
                decided.id());
        if (written != 1) {
            throw new IllegalStateException("decided although it was locked");
        }
    }

    /** Writes that a permit, which the caller locked, was used. */
    public void use(UUID id, Instant at) {
        if (update(USE, Timestamp.from(at), id) != 1) {
            throw new IllegalStateException("used although it was locked");
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Approval> query(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<Approval> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Approval read(ResultSet row) throws SQLException {
        UUID decider = row.getObject("decider", UUID.class);
        Timestamp used = row.getTimestamp("used_at");
        Approval.Decision decision = decider == null
                ? null
                : new Approval.Decision(
                        ApprovalState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        decider,
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("decision_reason"));
        return new Approval(
                row.getObject("id", UUID.class),
                Matter.parse(row.getString("matter")),
                row.getObject("record", UUID.class),
                row.getObject("owner_org", UUID.class),
                Payload.parse(row.getString("payload")),
                row.getString("reason"),
                row.getObject("requester", UUID.class),
                row.getObject("requester_org", UUID.class),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                decision,
                used == null ? null : used.toInstant());
    }
}
