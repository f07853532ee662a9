package org.aletheia.platform.persistence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aletheia.kernel.SecureBytes;

/**
 * Random 256-bit keys that all replicas share, each made at its first use. They protect nothing outside this database;
 * losing them costs callers a retry.
 */
@ApplicationScoped
public class ServerSecrets {
    private static final int LENGTH = 32;

    private final AgroalDataSource dataSource;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    ServerSecrets(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The key of that name; the array must not be changed. */
    public byte[] get(String name) {
        return known.computeIfAbsent(
                name, missing -> QuarkusTransaction.requiringNew().call(() -> load(missing)));
    }

    /** In a transaction of its own: a key that is remembered here must be in the database whatever the caller does. */
    private byte[] load(String name) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement add =
                    connection.prepareStatement("insert into server_secret values (?, ?) on conflict do nothing")) {
                add.setString(1, name);
                add.setBytes(2, SecureBytes.random(LENGTH));
                add.executeUpdate();
            }
            try (PreparedStatement find =
                    connection.prepareStatement("select bytes from server_secret where name = ?")) {
                find.setString(1, name);
                try (ResultSet row = find.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
