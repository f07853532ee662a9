package org.aletheia.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/**
 * Makes creates repeatable under an {@code Idempotency-Key}: what was made is noted in the transaction that makes it, so
 * a crash leaves both or neither. A repeated request gets the record as it is by then.
 */
@ApplicationScoped
public class Idempotency {
    /** The request header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_KEY = 255;
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String FIND =
            "select request, record_id from idempotency where member = ? and key = ? and stored_at > ?";
    private static final String STORE = """
            with swept as (delete from idempotency where (member, key) in
                (select member, key from idempotency where stored_at <= ? limit 20 for update skip locked))
            insert into idempotency (member, key, request, record_id, stored_at) values (?, ?, ?, ?, ?)
            on conflict (member, key) do update
                set request = excluded.request, record_id = excluded.record_id, stored_at = excluded.stored_at""";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final HttpConfig config;
    private final Clock clock;

    Idempotency(AgroalDataSource dataSource, ObjectMapper json, HttpConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Creates, or finds what the same request created before. To be called in the transaction of the create; without a
     * key it just creates.
     *
     * @param operation names the endpoint, so that one key cannot stand for two
     * @param request what was asked, as a value that Jackson can write
     * @param create makes the record and returns its id
     * @return the record's id; the caller renders it anew
     * @throws ProblemException {@code idempotency-mismatch} where the key stands for another request, {@code
     *     idempotency-in-progress} while the first is under way, {@code invalid-request} for a malformed key
     */
    public UUID once(@Nullable String key, UUID member, String operation, Object request, Supplier<UUID> create) {
        if (key == null) {
            return create.get();
        }
        Optional<UUID> earlier = begin(key, member, operation, request);
        return earlier.orElseGet(() -> {
            UUID made = create.get();
            store(key, member, operation, request, made);
            return made;
        });
    }

    /** What the same request created before. Holds the key until the transaction ends. */
    private Optional<UUID> begin(String key, UUID member, String operation, Object request) {
        checkForm(key);
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, member + "\n" + key);
            return find(connection, key, member, fingerprint(operation, request));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void store(String key, UUID member, String operation, Object request, UUID made) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setTimestamp(1, forgotten());
            statement.setObject(2, member);
            statement.setString(3, key);
            statement.setBytes(4, fingerprint(operation, request));
            statement.setObject(5, made);
            statement.setTimestamp(6, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void checkForm(String key) {
        boolean fits = !key.isBlank() && key.length() <= MAX_KEY && key.chars().allMatch(c -> c > 0x1F && c < 0x7F);
        if (!fits) {
            Finding finding = new Finding(HEADER + ":", "key-form", Map.of("max", MAX_KEY));
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
        }
    }

    private static void lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new ProblemException(ProblemType.IDEMPOTENCY_IN_PROGRESS);
                }
            }
        }
    }

    private Optional<UUID> find(Connection connection, String key, UUID member, byte[] request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, member);
            statement.setString(2, key);
            statement.setTimestamp(3, forgotten());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!Arrays.equals(row.getBytes("request"), request)) {
                    throw new ProblemException(ProblemType.IDEMPOTENCY_MISMATCH);
                }
                return Optional.of(row.getObject("record_id", UUID.class));
            }
        }
    }

    private Timestamp forgotten() {
        return Timestamp.from(clock.instant().minus(config.idempotencyLife()));
    }

    private byte[] fingerprint(String operation, Object request) {
        try {
            byte[] written = json.writeValueAsBytes(List.of(operation, request));
            return Digest.sha256(written).bytes();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request that was read can be written", e);
        }
    }
}
