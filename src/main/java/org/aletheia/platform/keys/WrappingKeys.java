package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.aletheia.platform.keys.store.KeyRegister;
import org.aletheia.platform.keys.store.WrappingKeyRows;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jboss.logging.Logger;

/**
 * Has this server wrap with the key-encryption key that the database names, whichever process named it: all servers change
 * within {@code aletheia.keys.copy-every}. The key directory's file {@code current} only says with which key a database begins
 * that names none.
 */
@ApplicationScoped
public class WrappingKeys {
    private static final Logger LOG = Logger.getLogger(WrappingKeys.class);

    private final FileKeyEncryptionKeys keks;
    private final KeyRegister register;
    private final DataSource database;
    private final Clock clock;
    private volatile boolean lacking;

    public WrappingKeys(FileKeyEncryptionKeys keks, KeyRegister register, DataSource database, Clock clock) {
        this.keks = keks;
        this.register = register;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes the key into use, at start. Of servers that start at once on a new database one names the first key.
     *
     * @throws UnsafeKeysException naming the property and the remedy
     */
    void prepare() {
        List<WrappingKey> keys = all();
        if (keys.isEmpty()) {
            String first = keks.first(register.empty());
            Instant now = clock.instant();
            try (Connection connection = database.getConnection()) {
                WrappingKeyRows.add(connection, new WrappingKey(1, first, now, now, null));
            } catch (SQLException e) {
                throw new DatabaseFailure(e);
            }
            keys = all();
        }
        try {
            keks.use(keys.getLast().name());
        } catch (KeyMissingException e) {
            throw new UnsafeKeysException(
                    "aletheia.keys.directory lacks the key-encryption key with which this database wraps. Restore the"
                            + " directory that belongs to it",
                    e);
        }
    }

    /**
     * Wraps with the newest key from now on, and keeps nothing of those that are retired in memory. A server that lacks the
     * file of the newest goes on with the one before and says so: what others wrap does not open here.
     *
     * @return the key that wraps here, after those before it
     */
    public List<WrappingKey> follow() {
        List<WrappingKey> keys = all();
        String newest = keys.getLast().name();
        if (!newest.equals(keks.current())) {
            try {
                keks.use(newest);
                LOG.infof("unit keys are wrapped with the key-encryption key %s from now on", newest);
            } catch (KeyMissingException | UnsafeKeysException e) {
                if (!lacking) {
                    LOG.errorf(
                            "the key-encryption key %s wraps from now on, and this server has no good file of it",
                            newest);
                }
                lacking = true;
                return upTo(keks.current(), keys);
            }
        }
        lacking = false;
        keks.forget(
                keys.stream().filter(key -> !key.opens()).map(WrappingKey::name).toList());
        return keys;
    }

    private static List<WrappingKey> upTo(String name, List<WrappingKey> keys) {
        int last = keys.stream().map(WrappingKey::name).toList().indexOf(name);
        return keys.subList(0, last + 1);
    }

    /** Whether this server lacks the key that others wrap with. */
    public boolean lacking() {
        return lacking;
    }

    private List<WrappingKey> all() {
        try (Connection connection = database.getConnection()) {
            return WrappingKeyRows.all(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
