package org.aletheia.testimony.consent.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.consent.ConsentRegister;

/** The functions of the database on consents. */
@ApplicationScoped
public class ConsentTable implements ConsentRegister {
    private final AgroalDataSource dataSource;

    ConsentTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Covered> covers(UUID consent) {
        return query(
                "select * from aletheia_consent_covers(?)",
                (connection, select) -> select.setObject(1, consent),
                row -> new Covered(
                        RecordKind.parse(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        new Protection(Classification.parse(row.getString("classification")), Set.of((String[])
                                row.getArray("compartments").getArray()))));
    }

    @Override
    public List<Given> recipients(UUID consent) {
        return query(
                "select * from aletheia_consent_recipients(?)",
                (connection, select) -> select.setObject(1, consent),
                row -> new Given(
                        RecordKind.parse(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getObject("recipient", UUID.class),
                        row.getString("how"),
                        row.getObject("reference", UUID.class),
                        row.getTimestamp("given_at").toInstant()));
    }

    @Override
    public List<UUID> uses(UUID consent) {
        return query(
                "select * from aletheia_consent_uses(?)",
                (connection, select) -> select.setObject(1, consent),
                row -> row.getObject("event_id", UUID.class));
    }

    @Override
    public List<Said> of(RecordKind kind, Collection<UUID> records) {
        return query(
                "select * from aletheia_consents_of(?, ?)",
                (connection, select) -> {
                    select.setString(1, kind.code());
                    select.setArray(2, connection.createArrayOf("uuid", records.toArray()));
                },
                row -> new Said(
                        row.getObject("record_id", UUID.class),
                        row.getObject("consent", UUID.class),
                        RecordCodec.read(row.getString("said"), Terms.class)));
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(connection, select);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement select) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
