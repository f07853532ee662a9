package org.aletheia.reparations.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Series of claim numbers, in the table of registration series: no two series of one server share a number. */
@ApplicationScoped
public class ClaimSeries {
    private static final String NEXT = """
            insert into registration_series (series, last) values (?, 1)
            on conflict (series) do update set last = registration_series.last + 1
            returning last""";

    private final AgroalDataSource dataSource;

    ClaimSeries(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The next number of a series, in the caller's transaction, until whose end others wait. */
    public long next(String series) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, series);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
