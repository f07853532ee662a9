package org.aletheia.custody.rotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.IdSource;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.WrappingKey;
import org.aletheia.platform.keys.store.WrappingKeyRows;

/**
 * Exchanges the key-encryption key beside servers that run: they follow, and wrap the register's unit keys anew
 * ({@link Rewrapping}). What is in the evidence bucket is not touched.
 *
 * <p>Durable effects of a rotation, in this order:
 *
 * <ol>
 *   <li>The key's file, where none was given. A crash after it leaves a key that wraps nothing; the next rotation takes it.
 *   <li>The row that has all servers wrap with it, and the event, in one transaction.
 *   <li>The wrapping of each unit key, in a transaction each. A crash leaves some under the old key and some under the new one,
 *       which all open; whichever server runs goes on.
 *   <li>That the copies of all destroyed keys are due, whose tombstones the new key will seal. A crash after it has this done
 *       twice.
 *   <li>That all are wrapped, with its event, in one transaction, which sees that it is so.
 *   <li>By a second command: the old key is retired, with its event, in one transaction that sees that register and bucket hold
 *       nothing under it. From then on the database refuses what would be wrapped under it.
 * </ol>
 */
public final class Rotations {
    /** A server follows within seconds; until then it may wrap with the key before. */
    private static final Duration FOLLOWED = Duration.ofMinutes(1);

    private final Transactions database;
    private final FileKeyEncryptionKeys held;
    private final IdSource ids;
    private final Clock clock;

    /** @param application with the rights of role aletheia_app */
    public Rotations(DataSource application, FileKeyEncryptionKeys held, IdSource ids, Clock clock) {
        this.database = new Transactions(application);
        this.held = held;
        this.ids = ids;
        this.clock = clock;
    }

    /** Not possible as things stand; nothing was changed but perhaps a key made that wraps nothing. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * The keys, the oldest first.
     *
     * @param wrapped how many unit keys each of them wraps
     */
    public record Standing(List<WrappingKey> keys, Map<String, Long> wrapped) {}

    /** How it stands. */
    public Standing standing() {
        return database.onConnection(
                connection -> new Standing(WrappingKeyRows.all(connection), WrappingKeyRows.wrapped(connection)));
    }

    /**
     * Has another key wrap from now on: the one that is held and was never used, or a new one.
     *
     * @throws RefusedException where the rotation before is not complete, several new keys are held, or another was faster
     * @throws org.aletheia.platform.keys.UnsafeKeysException where a key must be made and the directory is not to be written
     */
    public WrappingKey rotate() {
        List<WrappingKey> keys = database.onConnection(WrappingKeyRows::all);
        if (keys.isEmpty()) {
            throw new RefusedException("the database names no key-encryption key yet: start a server once");
        }
        WrappingKey newest = keys.getLast();
        if (newest.completeAt() == null) {
            throw new RefusedException(
                    "the rotation to " + newest.name() + " is not complete: servers that run go on with it");
        }
        WrappingKey next = new WrappingKey(newest.number() + 1, fresh(keys), clock.instant(), null, null);
        boolean added = database.commit(connection -> WrappingKeyRows.add(connection, next)
                && told(connection, GovernanceEventTypes.WRAPPING_KEY_BEGUN, next));
        if (!added) {
            throw new RefusedException("another rotation was faster: look again");
        }
        return next;
    }

    /**
     * Notes that the newest key wraps every unit key, where that is so.
     *
     * @return whether this call noted it
     */
    boolean complete(WrappingKey newest, List<String> older) {
        return database.commit(
                connection -> WrappingKeyRows.complete(connection, newest.number(), older, clock.instant())
                        && told(connection, GovernanceEventTypes.WRAPPING_KEY_COMPLETE, newest));
    }

    /**
     * Lets nothing be wrapped under a key any more. Its file can be taken away then, as soon as no backup is kept that needs it.
     *
     * @throws RefusedException where it is not known, wraps now or is retired, where the rotation away from it is not complete for
     *     a minute, or where register or keys bucket hold something under it
     */
    public void retire(String name) {
        database.commit(connection -> {
            List<WrappingKey> keys = WrappingKeyRows.all(connection);
            WrappingKey key = keys.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("no key-encryption key is called " + name));
            Instant now = clock.instant();
            requireOld(key, keys.getLast(), now);
            WrappingKeyRows.hold(connection);
            long wrapped = WrappingKeyRows.wrapped(connection).getOrDefault(name, 0L);
            if (wrapped > 0 || WrappingKeyRows.anyCopyDue(connection, now)) {
                throw new RefusedException(name + " wraps " + wrapped
                        + " unit keys, or copies in the keys bucket are due: servers that run go on with both");
            }
            return WrappingKeyRows.retire(connection, name, now)
                    && told(connection, GovernanceEventTypes.WRAPPING_KEY_RETIRED, key);
        });
    }

    private static void requireOld(WrappingKey key, WrappingKey newest, Instant now) {
        if (key.number() == newest.number() || !key.opens()) {
            throw new RefusedException(key.name() + " wraps now, or is retired already");
        }
        if (newest.completeAt() == null || now.isBefore(newest.completeAt().plus(FOLLOWED))) {
            throw new RefusedException("the rotation to " + newest.name() + " is not complete for a minute: wait");
        }
    }

    private String fresh(List<WrappingKey> keys) {
        Set<String> unused = new TreeSet<>(held.held());
        keys.forEach(key -> unused.remove(key.name()));
        if (unused.size() > 1) {
            throw new RefusedException("aletheia.keys.directory holds several new key-encryption keys: leave one");
        }
        String name = unused.isEmpty() ? held.make() : unused.iterator().next();
        held.use(name); // a damaged file must not begin to wrap
        return name;
    }

    private boolean told(Connection connection, EventType type, WrappingKey key) throws SQLException {
        Event event = Event.of(type, ids.timeOrdered(), clock.instant())
                .detail(Map.of("key", key.name(), "number", key.number()))
                .build();
        PendingStore.insert(connection, List.of(SealedRow.of(event, type)));
        return true;
    }
}
