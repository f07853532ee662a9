package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.fixity.FixityPlan;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** The plan of reading bytes again, over all organisations, with the follower's role. Plain JDBC. */
@ApplicationScoped
public class PlannedFixity implements FixityPlan {
    private static final String ADD = """
            insert into fixity (item, checked_at)
            select id, created_at from stored_content where item = any (?) and disposed is null
            on conflict do nothing""";
    private static final String CLAIM = """
            with due as (
                select f.item, i.sealed_length from fixity f join stored_content i on i.id = f.item
                where f.claimed_till < ? and i.disposed is null and %s limit 1 for update of f skip locked),
            claimed as (
                update fixity f
                set claimed_till = cast(? as timestamptz) + make_interval(secs => due.sealed_length / 4194304.0)
                from due where f.item = due.item
                returning f.item, f.requested_at, f.requested_sha512, f.claimed_till)
            select i.id, i.item, i.rendition, i.receipt_event, i.receipt_entry, i.object_id, i.unit_key, i.content_format,
                   i.length, i.sha256, i.sha512, i.sealed_length, i.sealed_sha256, i.disposed is not null as disposed,
                   c.requested_at, c.requested_sha512, c.claimed_till
            from claimed c join stored_content i on i.id = c.item""";
    private static final String REQUESTED = CLAIM.formatted("f.requested_at is not null order by f.requested_at");
    private static final String UNSOUND =
            CLAIM.formatted("f.outcome in ('fail', 'warning') and f.checked_at < ? order by f.checked_at");
    private static final String SOUND =
            CLAIM.formatted("(f.outcome is null or f.outcome = 'success') and f.checked_at < ? order by f.checked_at");
    private static final String RELEASE =
            "update fixity set claimed_till = '-infinity' where item = ? and claimed_till = ?";
    private static final String RELEASE_LOST = """
            update fixity f set claimed_till = '-infinity' from stored_content i
            where i.id = f.item
            and f.claimed_till = cast(? as timestamptz) + make_interval(secs => i.sealed_length / 4194304.0)""";
    private static final Duration LEAST_CLAIM = Duration.ofHours(2);
    private static final String STANDING = """
            select (select count(*) filter (where outcome = 'fail') from fixity where outcome in ('fail', 'warning')),
                   (select count(*) filter (where outcome = 'warning') from fixity where outcome in ('fail', 'warning')),
                   (select count(*) from fixity where (outcome is null or outcome = 'success') and checked_at < ?),
                   (select min(checked_at) from fixity where outcome is null or outcome = 'success')""";

    private final AgroalDataSource follower;

    PlannedFixity(@DataSource("follower") AgroalDataSource follower) {
        this.follower = follower;
    }

    @Override
    public void add(Collection<UUID> items) {
        try (Connection connection = follower.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setArray(1, connection.createArrayOf("uuid", items.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public Optional<Claim> claim(Due due, boolean requestsFirst) {
        Instant now = due.now();
        Optional<Claim> first = requestsFirst ? claim(REQUESTED, now, null) : Optional.empty();
        return first.or(() -> claim(UNSOUND, now, due.unsound()))
                .or(() -> claim(SOUND, now, due.sound()))
                .or(() -> requestsFirst ? Optional.empty() : claim(REQUESTED, now, null));
    }

    @Override
    public void release(Claim claim) {
        try (Connection connection = follower.getConnection();
                PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setObject(1, claim.id());
            update.setObject(2, claim.till().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void release(Instant claimedAt) {
        try (Connection connection = follower.getConnection();
                PreparedStatement update = connection.prepareStatement(RELEASE_LOST)) {
            update.setObject(1, claimedAt.plus(LEAST_CLAIM).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Optional<Claim> claim(String sql, Instant now, @Nullable Instant before) {
        try (Connection connection = follower.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int at = 1;
            update.setObject(at++, now.atOffset(ZoneOffset.UTC));
            if (before != null) {
                update.setObject(at++, before.atOffset(ZoneOffset.UTC));
            }
            update.setObject(at, now.plus(LEAST_CLAIM).atOffset(ZoneOffset.UTC));
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? Optional.of(claim(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Claim claim(ResultSet row) throws SQLException {
        OffsetDateTime requested = row.getObject("requested_at", OffsetDateTime.class);
        EstateItems.Stored stored = EstateItems.stored(row);
        return new Claim(
                stored.item(),
                stored.rendition(),
                stored.content(),
                requested == null ? null : requested.toInstant(),
                row.getBoolean("requested_sha512"),
                row.getObject("claimed_till", OffsetDateTime.class).toInstant());
    }

    @Override
    public Standing standing(Instant since) {
        try (Connection connection = follower.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
