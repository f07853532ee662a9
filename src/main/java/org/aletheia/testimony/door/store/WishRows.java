package org.aletheia.testimony.door.store;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.door.Door;
import org.aletheia.testimony.door.DoorWish;
import org.aletheia.testimony.door.Wish;
import org.aletheia.testimony.door.WishState;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code door_wish}, and what a person who has opened a door sees of it. Every method joins the caller's transaction;
 * without a caller the wall shows the door that was {@link #enter entered} in it, and no other.
 */
@Singleton
public class WishRows {
    private static final String ENTER = "select set_config('aletheia.door', ?, true)";
    private static final String STANDING = "select content::text from door where id = ?";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('aletheia/door/' || ?, 0))";
    private static final String ADD = """
            insert into door_wish (id, door, wish, wished_at, state) values (?, ?, ?, ?, 'open')
            on conflict (door, wish) where state = 'open' do nothing""";
    private static final String SETTLE = """
            update door_wish set state = ?, channel = ?, settled_by = ?, settled_at = ?
            where id = ? and (state = 'open' or state = 'confirmed' and ? = 'lifted')""";
    private static final String SELECT =
            "select id, door, wish, wished_at, state, channel, settled_by, settled_at from door_wish where ";
    private static final String PAGE = SELECT
            + " exists (select from door d where d.id = door_wish.door and d.owner_org = ?) and id > ?"
            + " and state = coalesce(?, state) order by id limit ?";
    private static final String STANDING_OF = "select door, wish, state from aletheia_wishes_standing(?)";
    private static final String CLOSED = """
            select kind, record_id from closure
            where basis_kind = 'door' and basis_id = ? and ended_at is null order by kind, record_id""";
    private static final String CLOSED_BY_CONSENT_TOO = """
            select c.kind, c.record_id from closure c
            where c.basis_kind = 'door' and c.basis_id = ? and c.ended_at is null
                and exists (select from closure o where o.kind = c.kind and o.record_id = c.record_id
                    and o.ground = c.ground and o.basis_kind = 'consent' and o.ended_at is null)
            order by c.kind, c.record_id""";

    private final Sql sql;

    WishRows(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** From here to the end of the transaction the wall shows this door. */
    @Transactional(TxType.MANDATORY)
    public void enter(UUID door) {
        sql.list(ENTER, row -> true, door.toString());
    }

    /** The door as its organisation keeps it; empty where the wall shows none. */
    @Transactional(TxType.MANDATORY)
    public Optional<Door> standing(UUID door) {
        return sql.list(STANDING, row -> RecordCodec.read(row.getString(1), Door.class), door).stream()
                .findFirst();
    }

    /** Wishes at a door are made and settled one after the other until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public void lock(UUID door) {
        sql.list(LOCK, row -> true, door.toString());
    }

    /** Adds a wish. @return false where the same is open already */
    @Transactional(TxType.MANDATORY)
    public boolean add(DoorWish wish) {
        return sql.update(ADD, wish.id(), wish.door(), wish.wish().code(), utc(wish.wishedAt())) == 1;
    }

    /** Writes what became of it. @return false where that was written before, or it was lifted */
    @Transactional(TxType.MANDATORY)
    public boolean settle(DoorWish settled) {
        return sql.update(
                        SETTLE,
                        settled.state().code(),
                        settled.channel(),
                        settled.settledBy(),
                        settled.settledAt() == null ? null : utc(settled.settledAt()),
                        settled.id(),
                        settled.state().code())
                == 1;
    }

    /** One that the wall shows. */
    @Transactional
    public Optional<DoorWish> find(UUID id) {
        return sql.list(SELECT + "id = ?", WishRows::read, id).stream().findFirst();
    }

    /** All of a door that the wall shows, oldest first. */
    @Transactional
    public List<DoorWish> of(UUID door) {
        return sql.list(SELECT + "door = ? order by id", WishRows::read, door);
    }

    /** Those at the doors of an organisation, by id. @param state null for all */
    @Transactional
    public List<DoorWish> page(UUID organisation, @Nullable WishState state, UUID after, int limit) {
        return sql.list(PAGE, WishRows::read, organisation, after, state == null ? null : state.code(), limit);
    }

    /** A wish that stands. @param open whether it awaits its settlement; else it is confirmed */
    public record Standing(UUID door, Wish wish, boolean open) {}

    /**
     * The wish that closes what a person gives the caller's organisation, whether the caller sees the door or not; none where
     * none stands. Wishes at their door wait until the transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public List<Standing> standingOf(UUID person) {
        return sql.list(
                STANDING_OF,
                row -> new Standing(
                        row.getObject("door", UUID.class),
                        Wish.valueOf(row.getString("wish").toUpperCase(Locale.ROOT)),
                        row.getString("state").equals("open")),
                person);
    }

    /** What is closed by this door's word. */
    @Transactional(TxType.MANDATORY)
    public List<RecordName> closedBy(UUID door) {
        return sql.list(CLOSED, WishRows::name, door);
    }

    /** Of that, what a withdrawn consent closes as well. */
    @Transactional(TxType.MANDATORY)
    public List<RecordName> closedByConsentToo(UUID door) {
        return sql.list(CLOSED_BY_CONSENT_TOO, WishRows::name, door);
    }

    private static RecordName name(ResultSet row) throws SQLException {
        return new RecordName(RecordKind.parse(row.getString("kind")), row.getObject("record_id", UUID.class));
    }

    private static DoorWish read(ResultSet row) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new DoorWish(
                row.getObject("id", UUID.class),
                row.getObject("door", UUID.class),
                Wish.valueOf(row.getString("wish").toUpperCase(Locale.ROOT)),
                row.getObject("wished_at", OffsetDateTime.class).toInstant(),
                WishState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("channel"),
                row.getObject("settled_by", UUID.class),
                settled == null ? null : settled.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
