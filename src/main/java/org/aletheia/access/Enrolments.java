package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Finds the enrolment behind a token. Plain JDBC: it runs before the request's first transaction, on its hot path. */
@ApplicationScoped
class Enrolments {
    private static final String FIND = """
            select m.id, m.organisation, m.roles, m.clearance, m.compartments, m.ends_at, m.role_ends, m.clearance_ends_at,
                   m.compartment_ends, m.owner, m.scopes, o.frozen_at is not null as frozen
            from member m join member_organisation o on o.id = m.organisation
            where m.issuer = ? and m.subject = ? and m.ended_at is null and o.ended_at is null
                and (m.owner is null or aletheia_answers(m.owner, m.organisation))""";

    private final AgroalDataSource dataSource;
    private final Clock clock;

    Enrolments(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @param frozen whether the member's organisation is in danger and shut */
    record Enrolled(Principal principal, boolean frozen) {}

    Optional<Enrolled> find(String issuer, String subject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, issuer);
            statement.setString(2, subject);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? enrolled(row, issuer, subject) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Optional<Enrolled> enrolled(ResultSet row, String issuer, String subject) throws SQLException {
        Instant now = clock.instant();
        Standing given = standing(row);
        if (given.over(now)) {
            return Optional.empty();
        }
        Principal principal = Principal.of(
                row.getObject("id", UUID.class),
                issuer,
                subject,
                row.getObject("organisation", UUID.class),
                given.at(now));
        return Optional.of(new Enrolled(principal, row.getBoolean("frozen")));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        List<Role> roles = texts(row, "roles").map(Role::parse).toList();
        List<String> compartments = texts(row, "compartments").toList();
        Ends ends = new Ends(
                instant(row.getTimestamp("ends_at")),
                ends(roles, row, "role_ends"),
                instant(row.getTimestamp("clearance_ends_at")),
                ends(compartments, row, "compartment_ends"));
        return new Standing(
                Set.copyOf(roles),
                Classification.parse(row.getString("clearance")),
                Set.copyOf(compartments),
                ends,
                service(row));
    }

    private static @Nullable ServiceAccount service(ResultSet row) throws SQLException {
        UUID owner = row.getObject("owner", UUID.class);
        return owner == null
                ? null
                : new ServiceAccount(
                        owner, texts(row, "scopes").map(Scope::parse).collect(Collectors.toUnmodifiableSet()));
    }

    /** The ends stand at the same places as what they end. */
    private static <T> Map<T, Instant> ends(List<T> given, ResultSet row, String column) throws SQLException {
        Object[] ends = (Object[]) row.getArray(column).getArray();
        Map<T, Instant> found = new HashMap<>();
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] instanceof Timestamp end) {
                found.put(given.get(i), end.toInstant());
            }
        }
        return found;
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray()).map(String.class::cast);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
