package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** How long ago members were given what they may, so that a decision of two need not rest on who was made this minute. */
@ApplicationScoped
public class StandingAges {
    private static final String FIND = """
            select m.widened_at from member m join member_organisation o on o.id = m.organisation
            where m.id = ? and m.ended_at is null and (m.ends_at is null or m.ends_at > now()) and m.owner is null
                and o.ended_at is null and o.frozen_at is null""";

    private final AgroalDataSource dataSource;

    StandingAges(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Whether the member is a person who was enrolled, and last given more, at that time or before, and is a member still; not
     * while their organisation is frozen.
     */
    public boolean stoodBy(UUID member, Instant time) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, member);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && !row.getTimestamp(1).toInstant().isAfter(time);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
