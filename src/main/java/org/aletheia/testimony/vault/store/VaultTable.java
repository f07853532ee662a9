package org.aletheia.testimony.vault.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.vault.SealedIdentity;
import org.aletheia.testimony.vault.Vault;
import org.aletheia.testimony.vault.VaultSubject;

/** Table {@code vault.identity}, through the datasource of the role that alone has rights on it. */
@Singleton
class VaultTable implements Vault {
    private static final String LATEST = """
            select version, unit_key, sealed from vault.identity
            where subject_kind = ? and subject_id = ? and confirmed_at is not null
            order by version desc limit 1""";
    private static final String LAST =
            "select coalesce(max(version), 0) from vault.identity where subject_kind = ? and subject_id = ?";
    private static final String PUT = """
            insert into vault.identity (subject_kind, subject_id, version, unit_key, sealed, stored_at)
            values (?, ?, ?, ?, ?, now()) on conflict do nothing""";
    private static final String CONFIRM = """
            update vault.identity set confirmed_at = now()
            where subject_kind = ? and subject_id = ? and version = ?""";

    private final AgroalDataSource vault;

    VaultTable(@DataSource("vault") AgroalDataSource vault) {
        this.vault = vault;
    }

    @Override
    public Optional<SealedIdentity> latest(VaultSubject subject) {
        return run(LATEST, subject, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new SealedIdentity(
                                subject, row.getInt(1), row.getObject(2, UUID.class), row.getBytes(3)))
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
