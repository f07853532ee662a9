package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Finds the enrolment behind a token. Plain JDBC: it runs before the request's first transaction, on its hot path. */
@ApplicationScoped
class Enrolments {
    private static final String FIND = """
            select m.id, m.organisation, m.roles, m.clearance, m.compartments, o.frozen_at is not null as frozen
            from member m join member_organisation o on o.id = m.organisation
            where m.issuer = ? and m.subject = ? and m.ended_at is null and o.ended_at is null""";

    private final AgroalDataSource dataSource;

    Enrolments(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param frozen whether the member's organisation is in danger and shut */
    record Enrolled(Principal principal, boolean frozen) {}

    Optional<Enrolled> find(String issuer, String subject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, issuer);
            statement.setString(2, subject);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Enrolled(principal(row, issuer, subject), row.getBoolean("frozen")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Principal principal(ResultSet row, String issuer, String subject) throws SQLException {
        return new Principal(
                row.getObject("id", UUID.class),
                issuer,
                subject,
                row.getObject("organisation", UUID.class),
                strings(row.getArray("roles")).stream().map(Role::parse).collect(Collectors.toSet()),
                Classification.parse(row.getString("clearance")),
                strings(row.getArray("compartments")));
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
