package org.aletheia.testimony.vault.custodians.store;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.vault.custodians.Wrapping;
import org.aletheia.testimony.vault.custodians.WrappingRegister;
import org.jspecify.annotations.Nullable;

/** Table {@code custodian_wrapping}. */
@Singleton
class WrappingTable implements WrappingRegister {
    private static final String STANDS =
            " and exists (select from custodian_scheme s where s.id = w.scheme and s.ended_at is null)";
    private static final String BEGIN = "insert into custodian_wrapping (scheme, approval, since) values (?, ?, ?)";
    private static final String FIND = "select * from custodian_wrapping w where w.scheme = ?";
    private static final String UNDER_WAY = "select * from custodian_wrapping w where w.done_at is null" + STANDS;
    private static final String COUNT =
            "update custodian_wrapping w set wrapped = w.wrapped + 1 where w.scheme = ? and w.done_at is null" + STANDS;
    private static final String AS_READ =
            " where w.scheme = ? and w.done_at is null and w.after_id is not distinct from ?";
    private static final String ADVANCE = """
            update custodian_wrapping w set after_kind = ?, after_id = ?, unopened = w.unopened + ?,
                left_some = w.left_some or ?""" + AS_READ;
    private static final String AGAIN = """
            update custodian_wrapping w set after_kind = null, after_id = null, unopened = 0, left_some = false""" + AS_READ;
    private static final String DONE =
            "update custodian_wrapping w set done_at = ?, unopened = w.unopened + ?" + AS_READ + STANDS;

    private final Sql sql;

    WrappingTable(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public void begin(UUID scheme, UUID approval, Instant since) {
        sql.update(BEGIN, scheme, approval, Timestamp.from(since));
    }

    @Override
    public Optional<Wrapping> find(UUID scheme) {
        return sql.list(FIND, WrappingTable::wrapping, scheme).stream().findFirst();
    }

    @Override
    public Optional<Wrapping> underWay() {
        return sql.list(UNDER_WAY, WrappingTable::wrapping).stream().findFirst();
    }

    @Override
    public boolean count(UUID scheme) {
        return sql.update(COUNT, scheme) == 1;
    }

    @Override
    public void advance(Wrapping from, RecordName after, int unopened, boolean leftSome) {
        sql.update(ADVANCE, after.kind().code(), after.id(), unopened, leftSome, from.scheme(), position(from));
    }

    @Override
    public void again(Wrapping from) {
        sql.update(AGAIN, from.scheme(), position(from));
    }

    @Override
    public boolean done(Wrapping from, int unopened, Instant at) {
        return sql.update(DONE, Timestamp.from(at), unopened, from.scheme(), position(from)) == 1;
    }

    private static @Nullable UUID position(Wrapping from) {
        return from.after() == null ? null : from.after().id();
    }

    private static Wrapping wrapping(ResultSet row) throws SQLException {
        String kind = row.getString("after_kind");
        Timestamp done = row.getTimestamp("done_at");
        return new Wrapping(
                row.getObject("scheme", UUID.class),
                row.getObject("approval", UUID.class),
                row.getTimestamp("since").toInstant(),
                row.getInt("wrapped"),
                row.getInt("unopened"),
                row.getBoolean("left_some"),
                kind == null ? null : new RecordName(RecordKind.parse(kind), row.getObject("after_id", UUID.class)),
                done == null ? null : done.toInstant());
    }
}
