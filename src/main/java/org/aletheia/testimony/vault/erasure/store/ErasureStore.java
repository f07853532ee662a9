package org.aletheia.testimony.vault.erasure.store;

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
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.vault.VaultSubject;
import org.aletheia.testimony.vault.erasure.ErasureRegister;
import org.aletheia.testimony.vault.erasure.IdentityErasure;

/** Table {@code identity_erasure}, and the functions of the database that look past the wall and destroy. */
@Singleton
public class ErasureStore extends LinkedRecordStore<IdentityErasure, ErasureEntity> implements ErasureRegister {
    private static final String BARS = "select * from aletheia_erasure_bars(?, ?, ?)";
    private static final String ERASE = "select aletheia_erase_identity(?)";

    private final AgroalDataSource dataSource;

    ErasureStore(EntityManager entities, AgroalDataSource dataSource) {
        super(entities, RecordKind.IDENTITY_ERASURE, IdentityErasure.class, ErasureEntity.class, ErasureEntity::new);
        this.dataSource = dataSource;
    }

    @Override
    protected void fill(ErasureEntity target, IdentityErasure from) {
        IdentityErasure.Decision decision = from.decision();
        target.subjectKind = from.subject().kind().code();
        target.subjectId = from.subject().id();
        target.requester = from.requestedBy();
        target.expiresAt = CounselledDecisions.expiresAt(target.createdAt);
        target.decider = decision == null ? null : decision.by();
        target.state = decision == null
                ? "requested"
                : decision.outcome().equals("approved") ? "executed" : decision.outcome();
    }

    @Override
    public List<String> bars(VaultSubject subject, UUID owner) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(BARS)) {
            statement.setString(1, subject.kind().code());
            statement.setObject(2, subject.id());
            statement.setObject(3, owner);
            List<String> bars = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bars.add(rows.getString(1));
                }
            }
            return bars;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public int destroyKeys(UUID erasure) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ERASE)) {
            statement.setObject(1, erasure);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
