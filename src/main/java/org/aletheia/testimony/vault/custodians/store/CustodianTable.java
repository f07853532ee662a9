package org.aletheia.testimony.vault.custodians.store;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.vault.custodians.Custodian;
import org.aletheia.testimony.vault.custodians.CustodianRegister;
import org.aletheia.testimony.vault.custodians.CustodianScheme;

/** Tables {@code custodian_key}, {@code custodian_scheme} and {@code custodian}. */
@Singleton
class CustodianTable implements CustodianRegister {
    private static final String PUT_KEY = """
            insert into custodian_key (member, key, since) values (?, ?, ?)
            on conflict (member) do update set key = excluded.key, since = excluded.since""";
    private static final String KEY = "select key from custodian_key where member = ?";
    private static final String CANDIDATES = """
            select row_number() over () as number, m.id as member, m.organisation, k.key
            from custodian_key k join member m on m.id = k.member join member_organisation o on o.id = m.organisation
            where m.id = any (?) and m.owner is null and m.ended_at is null and (m.ends_at is null or m.ends_at > ?)
                and o.ended_at is null and o.frozen_at is null and not 'administrator' = any (m.roles)""";
    private static final String BEGIN =
            "insert into custodian_scheme (id, needed, size, approval, since) values (?, ?, ?, ?, ?)";
    private static final String ADD =
            "insert into custodian (scheme, number, member, organisation, key) values (?, ?, ?, ?, ?)";
    private static final String END =
            "update custodian_scheme set ended_at = ?, ended_by = ? where id = ? and ended_at is null";
    private static final String SCHEMES = "select id, needed, since, ended_at from custodian_scheme";
    private static final String STANDING = SCHEMES + " where ended_at is null";
    private static final String FIND = SCHEMES + " where id = ?";
    private static final String AFTER = SCHEMES + " where id > ? order by id limit ?";
    private static final String CUSTODIANS =
            "select number, member, organisation, key from custodian where scheme = ? order by number";

    private final Sql sql;

    CustodianTable(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public void putKey(UUID member, byte[] key, Instant since) {
        sql.update(PUT_KEY, member, key, Timestamp.from(since));
    }

    @Override
    public Optional<byte[]> key(UUID member) {
        return sql.list(KEY, row -> row.getBytes(1), member).stream().findFirst();
    }

    @Override
    public List<Custodian> candidates(Collection<UUID> members, Instant now) {
        return sql.list(CANDIDATES, CustodianTable::custodian, members.toArray(UUID[]::new), Timestamp.from(now));
    }

    @Override
    public void begin(CustodianScheme scheme, UUID approval) {
        sql.update(
                BEGIN,
                scheme.id(),
                scheme.needed(),
                scheme.custodians().size(),
                approval,
                Timestamp.from(scheme.since()));
        for (Custodian each : scheme.custodians()) {
            sql.update(ADD, scheme.id(), each.number(), each.member(), each.organisation(), each.key());
        }
    }

    @Override
    public boolean end(UUID scheme, UUID approval, Instant at) {
        return sql.update(END, Timestamp.from(at), approval, scheme) == 1;
    }

    @Override
    public Optional<CustodianScheme> standing() {
        return sql.list(STANDING, this::scheme).stream().findFirst();
    }

    @Override
    public Optional<CustodianScheme> find(UUID id) {
        return sql.list(FIND, this::scheme, id).stream().findFirst();
    }

    @Override
    public List<CustodianScheme> after(UUID id, int most) {
        return sql.list(AFTER, this::scheme, id, most);
    }

    private CustodianScheme scheme(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new CustodianScheme(
                id,
                row.getInt("needed"),
                sql.list(CUSTODIANS, CustodianTable::custodian, id),
                row.getTimestamp("since").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Custodian custodian(ResultSet row) throws SQLException {
        return new Custodian(
                row.getInt("number"),
                row.getObject("member", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getBytes("key"));
    }
}
