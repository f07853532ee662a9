package org.aletheia.evidence.anonymous.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.anonymous.AnonymousDeposit;
import org.aletheia.evidence.anonymous.AnonymousFile;
import org.aletheia.evidence.anonymous.AnonymousState;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.store.DetectedColumns;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code anonymous_deposit} and {@code anonymous_file}. Every method joins the caller's transaction; without a member the
 * wall shows the deposit that was {@link #enter entered} in it, and no other.
 */
@ApplicationScoped
public class AnonymousRows {
    private static final String ENTER = "select set_config('aletheia.anonymous', ?, true)";
    private static final String ADD = """
            insert into anonymous_deposit
                (id, owner_org, classification, revision, created_at, revised_at, expires_at, state, unit_key)
            values (?, ?, ?, 1, ?, ?, ?, ?, ?)""";
    private static final String ADD_FILE = """
            insert into anonymous_file (id, deposit, position, typed, name, media_type, detected_type, detector, object_id,
                content_format, length, sha256, sha512, sealed_length, sealed_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SELECT = """
            select id, owner_org, created_at, revised_at, expires_at, state, reason, settled_by, unit_key
            from anonymous_deposit where\s""";
    private static final String FIND = SELECT + "id = ?";
    private static final String LOCK = FIND + " for update";
    private static final String PAGE =
            SELECT + "owner_org = ? and state = coalesce(?, state) and id > ? order by id limit ?";
    private static final String SETTLE = """
            update anonymous_deposit set state = ?, reason = ?, settled_by = ?, revised_at = ?, revision = revision + 1
            where id = ? and state = 'waiting'""";
    private static final String FILES = """
            select f.*, d.unit_key from anonymous_file f join anonymous_deposit d on d.id = f.deposit
            where f.deposit = ? order by f.position""";
    private static final String STOPPED = """
            select exists (select from closure
                where basis_kind = 'anonymous-deposit' and basis_id = ? and ended_at is null) as stopped""";
    private static final String REGISTER = "update anonymous_file set item = ? where id = ? and item is null";

    private final Sql sql;

    AnonymousRows(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** From here to the end of the transaction the wall shows this deposit. */
    @Transactional(TxType.MANDATORY)
    public void enter(UUID deposit) {
        sql.list(ENTER, row -> true, deposit.toString());
    }

    /** Adds one that was entered, with its files. */
    @Transactional(TxType.MANDATORY)
    public void add(AnonymousDeposit deposit, List<AnonymousFile> files) {
        sql.update(
                ADD,
                deposit.id(),
                deposit.ownerOrg(),
                AnonymousDeposit.CLASSIFICATION.code(),
                utc(deposit.arrivedAt()),
                utc(deposit.arrivedAt()),
                utc(deposit.expiresAt()),
                deposit.state().code(),
                deposit.unitKey());
        files.forEach(this::add);
    }

    private void add(AnonymousFile file) {
        StoredContent content = file.content();
        Digest sha512 = content.sha512();
        sql.update(
                ADD_FILE,
                file.id(),
                file.deposit(),
                file.position(),
                file.typed(),
                file.name(),
                file.mediaType(),
                DetectedColumns.type(file.detected()),
                DetectedColumns.detector(file.detected()),
                content.objectId(),
                content.format(),
                content.length(),
                content.sha256().bytes(),
                sha512 == null ? null : sha512.bytes(),
                content.sealedLength(),
                content.sealedSha256().bytes());
    }

    /** One that the wall shows. */
    @Transactional
    public Optional<AnonymousDeposit> find(UUID id) {
        return sql.list(FIND, AnonymousRows::deposit, id).stream().findFirst();
    }

    /** The same, which nobody else settles, and of which nobody else registers a file, until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<AnonymousDeposit> lock(UUID id) {
        return sql.list(LOCK, AnonymousRows::deposit, id).stream().findFirst();
    }

    /** Those of an organisation after an id. @param state null for all */
    @Transactional
    public List<AnonymousDeposit> page(UUID organisation, @Nullable AnonymousState state, UUID after, int limit) {
        return sql.list(PAGE, AnonymousRows::deposit, organisation, state == null ? null : state.code(), after, limit);
    }

    /** Says what became of it. @return false where it waited no more */
    @Transactional(TxType.MANDATORY)
    public boolean settle(UUID id, AnonymousState state, @Nullable String reason, @Nullable UUID member, Instant now) {
        return sql.update(SETTLE, state.code(), reason, member, utc(now), id) == 1;
    }

    /** The files of one that the wall shows, as far as anything is left of them, in order; names as they are stored. */
    @Transactional
    public List<AnonymousFile> files(UUID deposit) {
        return sql.list(FILES, AnonymousRows::file, deposit);
    }

    /** Whether the use of what became items is stopped. */
    @Transactional
    public boolean stopped(UUID deposit) {
        return sql.list(STOPPED, row -> row.getBoolean("stopped"), deposit).getFirst();
    }

    /** Says which item a file became. @return false where that was said before */
    @Transactional(TxType.MANDATORY)
    public boolean register(UUID file, UUID item) {
        return sql.update(REGISTER, item, file) == 1;
    }

    private static AnonymousDeposit deposit(ResultSet row) throws SQLException {
        AnonymousState state = AnonymousState.parse(row.getString("state"));
        return new AnonymousDeposit(
                row.getObject("id", UUID.class),
                row.getObject("owner_org", UUID.class),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                state,
                state == AnonymousState.WAITING ? null : instant(row, "revised_at"),
                row.getString("reason"),
                row.getObject("settled_by", UUID.class),
                row.getObject("unit_key", UUID.class));
    }

    private static AnonymousFile file(ResultSet row) throws SQLException {
        byte[] sha512 = row.getBytes("sha512");
        return new AnonymousFile(
                row.getObject("id", UUID.class),
                row.getObject("deposit", UUID.class),
                row.getInt("position"),
                row.getBoolean("typed"),
                row.getString("name"),
                row.getString("media_type"),
                DetectedColumns.read(row),
                new StoredContent(
                        row.getObject("object_id", UUID.class),
                        row.getLong("length"),
                        new Digest(DigestAlgorithm.SHA_256, row.getBytes("sha256")),
                        sha512 == null ? null : new Digest(DigestAlgorithm.SHA_512, sha512),
                        row.getLong("sealed_length"),
                        new Digest(DigestAlgorithm.SHA_256, row.getBytes("sealed_sha256")),
                        row.getObject("unit_key", UUID.class),
                        row.getInt("content_format")),
                row.getObject("item", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
