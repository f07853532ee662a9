package org.aletheia.evidence.anonymous.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.content.ContentKeys;
import org.aletheia.platform.persistence.Sql;

/** Anonymous deposits of all organisations, with the follower's role; takes no part in any transaction. */
@ApplicationScoped
public class StoredAnonymously {
    private static final String RECEIVER = "select id, name from member_organisation where lower(name) = lower(?)"
            + " and ended_at is null and frozen_at is null";
    private static final String AMOUNT = """
            select count(distinct deposit) as deposits, coalesce(sum(sealed_length), 0) as bytes
            from anonymous_file where removed_at is null""";
    private static final String EXPIRED =
            "select id from anonymous_deposit where state = 'waiting' and expires_at <= ? order by expires_at limit ?";
    private static final String LEFT = """
            select f.id, f.object_id from anonymous_file f join anonymous_deposit d on d.id = f.deposit
            where f.removed_at is null and d.state <> 'waiting' and f.id > ? order by f.id limit ?""";
    private static final String REMOVE = "delete from anonymous_file where id = ? and item is null";
    private static final String NOTE =
            "update anonymous_file set removed_at = now() where id = ? and removed_at is null";

    private final Sql sql;

    StoredAnonymously(@DataSource("follower") AgroalDataSource follower) {
        this.sql = new Sql(follower);
    }

    /** The organisation that receives. */
    public record Receiver(UUID id, String name) {}

    /** What lies in the store. @param bytes sealed */
    public record Amount(long deposits, long bytes) {}

    /** A file whose bytes may go. */
    public record Left(UUID file, String objectKey) {}

    /** The organisation of that name. */
    public Optional<Receiver> receiver(String name) {
        return sql
                .list(RECEIVER, row -> new Receiver(row.getObject("id", UUID.class), row.getString("name")), name)
                .stream()
                .findFirst();
    }

    /** How much lies in the store, whatever became of it. */
    public Amount amount() {
        return sql.list(AMOUNT, row -> new Amount(row.getLong("deposits"), row.getLong("bytes")))
                .getFirst();
    }

    /** Those that wait and whose time is over, the oldest first. */
    public List<UUID> expired(Instant now, int limit) {
        return sql.list(EXPIRED, row -> row.getObject("id", UUID.class), now.atOffset(ZoneOffset.UTC), limit);
    }

    /** Files whose bytes may go and are there, after an id. */
    public List<Left> left(UUID after, int limit) {
        return sql.list(
                LEFT,
                row -> new Left(
                        row.getObject("id", UUID.class), ContentKeys.of(row.getObject("object_id", UUID.class))),
                after,
                limit);
    }

    /** Notes that the bytes are gone: what became an item says so, of the rest nothing stays. */
    public void removed(UUID file) {
        if (sql.update(REMOVE, file) == 0) {
            sql.update(NOTE, file);
        }
    }
}
