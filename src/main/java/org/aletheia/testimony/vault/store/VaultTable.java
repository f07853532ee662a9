package org.aletheia.testimony.vault.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.vault.CustodianPart;
import org.aletheia.testimony.vault.SealedIdentity;
import org.aletheia.testimony.vault.Vault;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/** Tables {@code vault.identity} and {@code vault.custodian_part}, through the datasource of the role that alone has rights on them. */
@Singleton
class VaultTable implements Vault {
    private static final String LATEST = """
            select version, unit_key, sealed, split, scheme from vault.identity
            where subject_kind = ? and subject_id = ? and confirmed_at is not null
            order by version desc limit 1""";
    private static final String LAST =
            "select coalesce(max(version), 0) from vault.identity where subject_kind = ? and subject_id = ?";
    private static final String PUT = """
            insert into vault.identity (subject_kind, subject_id, version, unit_key, sealed, split, scheme, stored_at)
            values (?, ?, ?, ?, ?, ?, ?, now()) on conflict do nothing""";
    private static final String CONFIRM = """
            update vault.identity set confirmed_at = now()
            where subject_kind = ? and subject_id = ? and version = ?""";

    /** A request that stores is over by then, and what it left unconfirmed is never read. */
    private static final String MAY_COME =
            "(n.confirmed_at is not null or n.stored_at > now() - interval '10 minutes')";

    private static final String ALONE_NOW = """
            from vault.identity i
            where i.scheme is null and i.emptied_at is null and i.confirmed_at is not null and not exists (
                select from vault.identity n where n.subject_kind = i.subject_kind and n.subject_id = i.subject_id
                    and n.version > i.version and """ + " " + MAY_COME + ")";
    private static final String ALONE = "select i.subject_kind, i.subject_id, i.version, i.unit_key, i.sealed "
            + ALONE_NOW + " and (i.subject_kind, i.subject_id) > (?, ?) order by i.subject_kind, i.subject_id limit ?";
    private static final String COUNT_ALONE = "select count(*) " + ALONE_NOW;
    private static final String UNDER_WAY = """
            select exists (select from vault.identity n
                           where n.confirmed_at is null and n.stored_at > now() - interval '10 minutes')""";
    private static final String PUT_AGAIN = """
            insert into vault.identity (subject_kind, subject_id, version, unit_key, sealed, split, scheme, stored_at)
            select ?, ?, ?, ?, ?, ?, ?, now() where not exists (
                select from vault.identity n where n.subject_kind = ? and n.subject_id = ? and n.version > ?
                    and """ + " " + MAY_COME + ") on conflict do nothing";
    private static final String BEHIND = """
            select distinct i.subject_kind, i.subject_id from vault.identity i
            where i.scheme is null and i.emptied_at is null and exists (
                select from vault.identity n where n.subject_kind = i.subject_kind and n.subject_id = i.subject_id
                    and n.version > i.version and n.confirmed_at is not null and n.scheme is not null) limit ?""";
    private static final String FORGET = "select vault.forget_alone(?, ?)";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String PUT_PART =
            "insert into vault.custodian_part (split, number, sealed, commitment) values (?, ?, ?, ?)";
    private static final String PARTS =
            "select number, sealed, commitment from vault.custodian_part where split = ? order by number";

    private final AgroalDataSource vault;
    private final Sql sql;

    VaultTable(@DataSource("vault") AgroalDataSource vault) {
        this.vault = vault;
        this.sql = new Sql(vault);
    }

    @Override
    public Optional<SealedIdentity> latest(VaultSubject subject) {
        return run(LATEST, subject, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new SealedIdentity(
                                subject,
                                row.getInt(1),
                                row.getObject(2, UUID.class),
                                row.getBytes(3),
                                split(row.getObject(4, UUID.class), row.getObject(5, UUID.class))))
                        : Optional.empty();
            }
        });
    }

    @Override
    public int lastVersion(VaultSubject subject) {
        return run(LAST, subject, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Override
    public boolean put(SealedIdentity identity) {
        return run(PUT, identity.subject(), statement -> {
            statement.setInt(3, identity.version());
            statement.setObject(4, identity.unitKey());
            statement.setBytes(5, identity.sealed());
            statement.setObject(
                    6, identity.split() == null ? null : identity.split().id());
            statement.setObject(
                    7, identity.split() == null ? null : identity.split().scheme());
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public void confirm(SealedIdentity identity) {
        run(CONFIRM, identity.subject(), statement -> {
            statement.setInt(3, identity.version());
            return statement.executeUpdate();
        });
    }

    @Override
    public void putParts(UUID split, List<CustodianPart> parts) {
        for (CustodianPart part : parts) {
            sql.update(
                    PUT_PART,
                    split,
                    part.number(),
                    part.sealed(),
                    part.commitment().bytes());
        }
    }

    @Override
    public Optional<CustodianPart> part(UUID split, int number) {
        return parts(split).stream().filter(part -> part.number() == number).findFirst();
    }

    @Override
    public Map<Integer, Digest> commitments(UUID split) {
        return parts(split).stream().collect(Collectors.toMap(CustodianPart::number, CustodianPart::commitment));
    }

    @Override
    public List<SealedIdentity> alone(@Nullable VaultSubject after, int most) {
        return sql.list(
                ALONE,
                row -> new SealedIdentity(
                        new VaultSubject(RecordKind.parse(row.getString(1)), row.getObject(2, UUID.class)),
                        row.getInt(3),
                        row.getObject(4, UUID.class),
                        row.getBytes(5),
                        null),
                after == null ? "" : after.kind().code(),
                after == null ? BEFORE_ALL : after.id(),
                most);
    }

    @Override
    public long countAlone() {
        return sql.list(COUNT_ALONE, row -> row.getLong(1)).getFirst();
    }

    @Override
    public boolean underWay() {
        return sql.list(UNDER_WAY, row -> row.getBoolean(1)).getFirst();
    }

    @Override
    public boolean putAgain(SealedIdentity identity, int said) {
        VaultSubject subject = identity.subject();
        SealedIdentity.Split split = identity.split();
        return sql.update(
                        PUT_AGAIN,
                        subject.kind().code(),
                        subject.id(),
                        identity.version(),
                        identity.unitKey(),
                        identity.sealed(),
                        split == null ? null : split.id(),
                        split == null ? null : split.scheme(),
                        subject.kind().code(),
                        subject.id(),
                        said)
                == 1;
    }

    @Override
    public List<VaultSubject> behind(int most) {
        return sql.list(
                BEHIND,
                row -> new VaultSubject(RecordKind.parse(row.getString(1)), row.getObject(2, UUID.class)),
                most);
    }

    @Override
    public int forgetAlone(VaultSubject subject) {
        return sql.list(FORGET, row -> row.getInt(1), subject.kind().code(), subject.id())
                .getFirst();
    }

    private List<CustodianPart> parts(UUID split) {
        return sql.list(
                PARTS,
                row -> new CustodianPart(
                        row.getInt(1), row.getBytes(2), new Digest(DigestAlgorithm.SHA_256, row.getBytes(3))),
                split);
    }

    private static SealedIdentity.@Nullable Split split(@Nullable UUID id, @Nullable UUID scheme) {
        return id == null || scheme == null ? null : new SealedIdentity.Split(id, scheme);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, VaultSubject subject, Work<T> work) {
        try (Connection connection = vault.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subject.kind().code());
            statement.setObject(2, subject.id());
            return work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
