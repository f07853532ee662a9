package org.aletheia.evidence.disposal.store;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.CounselledDecisions;
import org.aletheia.evidence.disposal.Bar;
import org.aletheia.evidence.disposal.Disposal;
import org.aletheia.evidence.disposal.DisposalRegister;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Table {@code disposal}, and the functions of the database that look past the wall and remove. */
@Singleton
public class DisposalStore extends LinkedRecordStore<Disposal, DisposalEntity> implements DisposalRegister {
    private static final String BARS = "select * from aletheia_disposal_bars(?::jsonb, ?, ?)";
    private static final String REMOVE = "select * from aletheia_dispose(?)";

    private final AgroalDataSource dataSource;

    DisposalStore(EntityManager entities, AgroalDataSource dataSource) {
        super(entities, RecordKind.DISPOSAL, Disposal.class, DisposalEntity.class, DisposalEntity::new);
        this.dataSource = dataSource;
    }

    @Override
    protected void fill(DisposalEntity target, Disposal from) {
        Disposal.Decision decision = from.decision();
        target.requester = from.requestedBy();
        target.expiresAt = CounselledDecisions.expiresAt(target.createdAt);
        target.decider = decision == null ? null : decision.by();
        target.state = decision == null
                ? "requested"
                : decision.outcome().equals("approved") ? "executed" : decision.outcome();
    }

    @Override
    public List<Bar> bars(List<Disposal.Named> records, String ground, UUID owner) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(BARS)) {
            statement.setString(1, RecordCodec.write(records));
            statement.setString(2, ground);
            statement.setObject(3, owner);
            List<Bar> bars = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bars.add(new Bar(rows.getString(1), rows.getObject(2, UUID.class), rows.getString(3)));
                }
            }
            return bars;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public List<Removed> remove(UUID disposal) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setObject(1, disposal);
            List<Removed> removed = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Disposal.Named named =
                            new Disposal.Named(RecordKind.parse(rows.getString(1)), rows.getObject(2, UUID.class));
                    removed.add(new Removed(named, rows.getInt(3)));
                }
            }
            return removed;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
