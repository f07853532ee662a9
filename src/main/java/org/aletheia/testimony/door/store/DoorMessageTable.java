package org.aletheia.testimony.door.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.door.SealedMessage;
import org.jspecify.annotations.Nullable;

/** Table {@code vault.door_message}; takes no part in any transaction. */
@Singleton
public class DoorMessageTable {
    private static final String PUT = """
            insert into vault.door_message (id, door, sent_at, member, unit_key, sealed) values (?, ?, ?, ?, ?, ?)""";
    private static final String CONFIRM = "update vault.door_message set confirmed_at = ? where id = ?";
    private static final String OF_DOOR = """
            select id, door, sent_at, member, unit_key, sealed, read_at from vault.door_message
            where door = ? and unit_key = ? and confirmed_at is not null""";
    private static final String AFTER = OF_DOOR + " and id > ? order by id limit ?";
    private static final String LAST = OF_DOOR + " order by id desc limit ?";
    private static final String READ = """
            update vault.door_message set read_at = ? where id = any (?) and read_at is null""";
    private static final String UNREAD = """
            select door, count(*) as unread from vault.door_message
            where door = any (?) and member is null and confirmed_at is not null and read_at is null group by door""";

    private final Sql sql;

    DoorMessageTable(@DataSource("vault") AgroalDataSource vault) {
        this.sql = new Sql(vault);
    }

    /** Puts a message in, not yet to be read. */
    public void put(SealedMessage message) {
        sql.update(
                PUT,
                message.id(),
                message.door(),
                utc(message.sentAt()),
                message.member(),
                message.unitKey(),
                message.sealed());
    }

    /** From now on it can be read. */
    public void confirm(UUID message, Instant at) {
        sql.update(CONFIRM, utc(at), message);
    }

    /** Messages of a door under that key after one of them, in the order in which they were sent. */
    public List<SealedMessage> after(UUID door, UUID unitKey, UUID after, int limit) {
        return sql.list(AFTER, DoorMessageTable::read, door, unitKey, after, limit);
    }

    /** The last messages of a door under that key, the latest first. */
    public List<SealedMessage> last(UUID door, UUID unitKey, int limit) {
        return sql.list(LAST, DoorMessageTable::read, door, unitKey, limit);
    }

    /** Notes that the other side has seen these; what was seen before stays so. */
    public void read(Collection<UUID> messages, Instant at) {
        if (!messages.isEmpty()) {
            sql.update(READ, utc(at), messages.toArray(UUID[]::new));
        }
    }

    /** How many messages of the person nobody has seen yet, by door; doors without any are left out. */
    public Map<UUID, Integer> unread(Collection<UUID> doors) {
        return sql
                .list(UNREAD, row -> Map.entry(row.getObject("door", UUID.class), row.getInt("unread")), (Object)
                        doors.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SealedMessage read(ResultSet row) throws SQLException {
        return new SealedMessage(
                row.getObject("id", UUID.class),
                row.getObject("door", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("member", UUID.class),
                row.getObject("unit_key", UUID.class),
                row.getBytes("sealed"),
                instant(row.getObject("read_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
