package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.Actor;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Makes the first administrator, once in the life of a database. */
@ApplicationScoped
public class Bootstrap {
    private static final String ONCE =
            "insert into bootstrap (member, completed_at) values (?, ?) on conflict do nothing";

    private final SecurityIdentity identity;
    private final BootstrapCode code;
    private final Enrolling enrolling;
    private final AgroalDataSource dataSource;
    private final Clock clock;

    Bootstrap(
            SecurityIdentity identity,
            BootstrapCode code,
            Enrolling enrolling,
            AgroalDataSource dataSource,
            Clock clock) {
        this.identity = identity;
        this.code = code;
        this.enrolling = enrolling;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Enrols the caller as administrator of a new organisation. One transaction: organisation, member, the mark that it
     * was done and both events, or nothing.
     *
     * @throws ProblemException {@code bootstrap-refused} for a wrong code, without a configured code, and ever after the
     *     first success, all alike; {@code too-many-requests} after too many wrong codes
     */
    @Transactional
    public Member administrator(String heard, String organisationName) {
        TokenIdentity token =
                TokenIdentity.of(identity).orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
        switch (code.hear(heard)) {
            case TOO_MANY -> throw new ProblemException(ProblemType.TOO_MANY_REQUESTS);
            case WRONG -> throw new ProblemException(ProblemType.BOOTSTRAP_REFUSED);
            case RIGHT -> {}
        }
        MemberOrganisation organisation = enrolling.organisation(organisationName, Actor.SYSTEM, "bootstrap");
        Standing standing = new Standing(Set.of(Role.ADMINISTRATOR), Classification.CLEAR, Set.of());
        Member member = enrolling.member(
                organisation.id(), token.issuer(), token.subject(), standing, Actor.SYSTEM, "bootstrap");
        if (!first(member.id())) {
            throw new ProblemException(ProblemType.BOOTSTRAP_REFUSED);
        }
        return member;
    }

    private boolean first(UUID member) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ONCE)) {
            statement.setObject(1, member);
            statement.setTimestamp(2, Timestamp.from(clock.instant()));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
