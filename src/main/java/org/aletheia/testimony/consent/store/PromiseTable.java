package org.aletheia.testimony.consent.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.consent.BodyPromise;
import org.aletheia.testimony.consent.PromiseRegister;

/** Table {@code body_promise}. */
@ApplicationScoped
public class PromiseTable implements PromiseRegister {
    private static final String FIND = "select content, revision, revised_at from body_promise where organisation = ?";
    private static final String WRITE = """
            insert into body_promise as held (organisation, revision, revised_at, member, content)
            values (?, ?, ?, ?, cast(? as jsonb))
            on conflict (organisation) do update
                set revision = excluded.revision, revised_at = excluded.revised_at, member = excluded.member,
                    content = excluded.content
                where held.revision = excluded.revision - 1""";

    private final AgroalDataSource dataSource;

    PromiseTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Declared> find(UUID organisation) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, organisation);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Declared(
                                RecordCodec.read(row.getString(1), BodyPromise.class),
                                row.getInt(2),
                                row.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public boolean write(BodyPromise promise, int basedOn, UUID member, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setObject(1, promise.organisation());
            write.setInt(2, basedOn + 1);
            write.setTimestamp(3, Timestamp.from(at));
            write.setObject(4, member);
            write.setString(5, RecordCodec.write(promise));
            return write.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
