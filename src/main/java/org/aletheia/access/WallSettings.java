package org.aletheia.access;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Tells each connection of the default pool for whom it works, before anything else is said on it. In a transaction the
 * settings end with it; outside one they last until the connection is returned, where they are cleared. Without an
 * enrolled caller nothing needs to be said: a connection that was told nothing shows nothing behind row-level security.
 *
 * <p>The pool loses a connection for ever whose interceptor throws. So one that cannot be told for whom it works is closed
 * under whoever takes it: their first statement fails, and the pool makes another.
 */
@Singleton
class WallSettings implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(WallSettings.class);
    private static final String SET = """
            select set_config('aletheia.orgs', ?, ?), set_config('aletheia.clearance', ?, ?),
                   set_config('aletheia.compartments', ?, ?), set_config('aletheia.narratives', ?, ?),
                   set_config('aletheia.protection', ?, ?), set_config('aletheia.member', ?, ?),
                   set_config('aletheia.roles', ?, ?), set_config('aletheia.grounds', ?, ?),
                   set_config('aletheia.purpose', ?, ?)""";
    private static final String OPEN = "open";
    private static final String APART = "apart";

    private final AccessPolicy policy = new AccessPolicy();

    /** Those whose settings outlast their transactions, until they are returned. */
    private final Set<Connection> told = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionAcquire(Connection connection) {
        Optional<Principal> caller = caller().filter(WallSettings::readsRecords);
        if (caller.isEmpty()) {
            return;
        }
        try {
            boolean forTransaction = !connection.getAutoCommit();
            if (!forTransaction) {
                told.add(physical(connection)); // before it is told: what fails half-way counts as told
            }
            set(connection, caller, forTransaction);
        } catch (SQLException e) {
            closeUnderneath(connection);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            Connection physical = physical(connection);
            if (!told.contains(physical)) {
                return;
            }
            if (connection.getAutoCommit()) {
                set(connection, Optional.empty(), false);
                told.remove(physical);
            } else {
                closeUnderneath(connection); // what is cleared in an open transaction comes back with its rollback
            }
        } catch (SQLException e) {
            closeUnderneath(connection);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            told.remove(physical(connection));
        } catch (SQLException e) {
            LOG.debug("a destroyed connection cannot be named", e); // it costs an entry of a set
        }
    }

    private static Connection physical(Connection connection) throws SQLException {
        return (Connection) connection.unwrap(PGConnection.class);
    }

    private static void closeUnderneath(Connection connection) {
        try {
            connection.unwrap(Connection.class).close();
        } catch (SQLException e) {
            LOG.debug("a broken connection cannot be closed", e); // it is of no more use, either way
        }
    }

    private static Optional<Principal> caller() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Arc.container().instance(CurrentPrincipal.class).get().resolved();
    }

    private static boolean readsRecords(Principal principal) {
        return principal.roles().stream().anyMatch(role -> role != Role.ADMINISTRATOR);
    }

    private void set(Connection connection, Optional<Principal> caller, boolean forTransaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            String[] values = {
                array(caller.map(p -> List.of(p.organisation().toString())).orElse(List.of())),
                array(caller.map(p -> p.clearance().covered().stream()
                                .map(Classification::code)
                                .toList())
                        .orElse(List.of())),
                array(caller.map(Principal::compartments).map(List::copyOf).orElse(List.of())),
                caller.filter(policy::readsClaimNarratives).isPresent() ? OPEN : APART,
                caller.filter(policy::seesProtectionNotes).isPresent() ? OPEN : APART,
                caller.map(p -> p.member().toString()).orElse(""),
                array(caller.map(p -> p.roles().stream().map(Role::code).toList())
                        .orElse(List.of())),
                array(caller.map(p -> policy.seenThrough(p).stream()
                                .map(ClosureGround::code)
                                .toList())
                        .orElse(List.of())),
                caller.map(Principal::declared).map(Purpose::code).orElse("")
            };
            for (int i = 0; i < values.length; i++) {
                statement.setString(2 * i + 1, values[i]);
                statement.setBoolean(2 * i + 2, forTransaction);
            }
            statement.execute();
        }
    }

    /** The text form of a PostgreSQL array; compartments are letters, digits and hyphens (checked at enrolment). */
    private static String array(Collection<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(",", "{", "}"));
    }
}
