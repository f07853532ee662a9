package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Deposits whose time is over, of all organisations, with the follower's role. */
@ApplicationScoped
public class ExpiredDeposits {
    private static final String REMOVE =
            "delete from deposit where item is null and expires_at <= ? or expires_at <= ?";

    private final AgroalDataSource follower;

    ExpiredDeposits(@DataSource("follower") AgroalDataSource follower) {
        this.follower = follower;
    }

    /**
     * Removes them. What became an item stays as an item.
     *
     * @param filled how much longer filled ones stay, so that whoever lost the answer is told it when asking again
     * @return how many
     */
    public int remove(Instant now, Duration filled) {
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.minus(filled).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
