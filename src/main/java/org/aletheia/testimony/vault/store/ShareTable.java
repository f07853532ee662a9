package org.aletheia.testimony.vault.store;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.RevealRegister;
import org.aletheia.testimony.vault.ShareGiven;
import org.aletheia.testimony.vault.ShareRegister;

/** Table {@code custodian_share}. */
@Singleton
class ShareTable implements ShareRegister {
    private static final String PUT = """
            insert into custodian_share (reveal, number, member, sealed, given_at) values (?, ?, ?, ?, ?)
            on conflict (reveal, number) do update
                set sealed = excluded.sealed, given_at = excluded.given_at, wrong_at = null""";
    private static final String OF = """
            select reveal, number, member, sealed, given_at, wrong_at from custodian_share
            where reveal = ? order by number""";
    private static final String WRONG = """
            update custodian_share set wrong_at = ?
            where reveal = ? and number = ? and given_at = ? and wrong_at is null""";
    private static final String WAITING = """
            select r.id from identity_reveal r join custodian c on c.scheme = r.scheme
            where c.member = ? and r.id > ? and r.requester <> c.member
                and coalesce(r.expires_at > ?, r.requested_at > ?)
            order by r.id limit ?""";

    private final Sql sql;
    private final RevealRegister reveals;

    ShareTable(AgroalDataSource dataSource, RevealRegister reveals) {
        this.sql = new Sql(dataSource);
        this.reveals = reveals;
    }

    @Override
    public void put(ShareGiven share) {
        sql.update(
                PUT, share.reveal(), share.number(), share.member(), share.sealed(), Timestamp.from(share.givenAt()));
    }

    @Override
    public List<ShareGiven> of(UUID reveal) {
        return sql.list(OF, ShareTable::read, reveal);
    }

    @Override
    public boolean wrong(ShareGiven share, Instant at) {
        return sql.update(WRONG, Timestamp.from(at), share.reveal(), share.number(), Timestamp.from(share.givenAt()))
                == 1;
    }

    @Override
    public List<Reveal> waitingFor(UUID custodian, Instant now, UUID after, int most) {
        Timestamp asked = Timestamp.from(now.minus(Reveal.PATIENCE));
        return sql
                .list(WAITING, row -> row.getObject(1, UUID.class), custodian, after, Timestamp.from(now), asked, most)
                .stream()
                .flatMap(id -> reveals.find(id).stream())
                .toList();
    }

    private static ShareGiven read(ResultSet row) throws SQLException {
        Timestamp wrong = row.getTimestamp("wrong_at");
        return new ShareGiven(
                row.getObject("reveal", UUID.class),
                row.getInt("number"),
                row.getObject("member", UUID.class),
                row.getBytes("sealed"),
                row.getTimestamp("given_at").toInstant(),
                wrong == null ? null : wrong.toInstant());
    }
}
