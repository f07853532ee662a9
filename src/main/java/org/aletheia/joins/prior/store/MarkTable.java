package org.aletheia.joins.prior.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.joins.prior.MarkRegister;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.vault.VaultSubject;

/** Tables {@code vault.prior_mark} and {@code vault.prior_opt_out}, with the rights of the vault's role. */
@Singleton
class MarkTable implements MarkRegister {
    private static final String REPLACE = """
            with asked (id, marks) as (select cast(? as uuid), cast(? as bytea[])),
            gone as (delete from vault.prior_mark m using asked where m.subject_id = asked.id and m.mark <> all (asked.marks))
            insert into vault.prior_mark (subject_kind, subject_id, mark)
            select ?, asked.id, new.mark from asked, unnest(asked.marks) as new (mark)
            where not exists (select from vault.prior_opt_out o where o.subject_id = asked.id)
            on conflict do nothing""";
    private static final String OUT = """
            with gone as (delete from vault.prior_mark where subject_id = ?)
            insert into vault.prior_opt_out (subject_kind, subject_id, since) values (?, ?, now())
            on conflict do nothing""";
    private static final String IN = "delete from vault.prior_opt_out where subject_id = ?";
    private static final String ALIKE = """
            select distinct other.subject_kind, other.subject_id
            from vault.prior_mark mine join vault.prior_mark other on other.mark = mine.mark
            where mine.subject_id = ? and other.subject_id <> mine.subject_id
                and not exists (select from vault.prior_opt_out o where o.subject_id in (mine.subject_id, other.subject_id))
            order by 1, 2""";

    private final AgroalDataSource vault;

    MarkTable(@DataSource("vault") AgroalDataSource vault) {
        this.vault = vault;
    }

    @Override
    public void replace(VaultSubject subject, Set<ByteBuffer> marks) {
        change(REPLACE, statement -> {
            byte[][] bytes = marks.stream().map(ByteBuffer::array).toArray(byte[][]::new);
            statement.setObject(1, subject.id());
            statement.setArray(2, statement.getConnection().createArrayOf("bytea", bytes));
            statement.setString(3, subject.kind().code());
        });
    }

    @Override
    public void optOut(VaultSubject subject) {
        change(OUT, statement -> {
            statement.setObject(1, subject.id());
            statement.setString(2, subject.kind().code());
            statement.setObject(3, subject.id());
        });
    }

    @Override
    public void optIn(VaultSubject subject) {
        change(IN, statement -> statement.setObject(1, subject.id()));
    }

    @Override
    public List<VaultSubject> alike(VaultSubject subject) {
        try (Connection connection = vault.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALIKE)) {
            statement.setObject(1, subject.id());
            List<VaultSubject> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new VaultSubject(RecordKind.parse(rows.getString(1)), rows.getObject(2, UUID.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Binding values) {
        try (Connection connection = vault.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            values.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
