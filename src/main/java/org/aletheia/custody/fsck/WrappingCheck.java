package org.aletheia.custody.fsck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.custody.store.KeyListStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.keys.WrappingKey;
import org.aletheia.platform.keys.store.WrappingKeyRows;

/**
 * The key-encryption keys: that those which wrap something are held and not retired, and that the journal tells of each
 * exchange, completion and retirement, and of no other.
 */
public final class WrappingCheck implements EstateCheck {
    private static final String TABLE = "key_encryption_key";

    private final Transactions application;
    private final Transactions follower;
    private final Set<String> held;

    /**
     * @param application with the rights of role aletheia_app
     * @param follower with the rights of role aletheia_follower
     * @param held names of the keys of which there are files
     */
    public WrappingCheck(DataSource application, DataSource follower, Set<String> held) {
        this.application = new Transactions(application);
        this.follower = new Transactions(follower);
        this.held = held;
    }

    @Override
    public String name() {
        return "wrapping";
    }

    @Override
    public void run(Examination told) {
        List<WrappingKey> keys = application.onConnection(WrappingKeyRows::all);
        Set<String> open = new TreeSet<>(
                keys.stream().filter(WrappingKey::opens).map(WrappingKey::name).toList());
        String newest = keys.isEmpty() ? "" : keys.getLast().name();
        application.onConnection(WrappingKeyRows::wrapped).forEach((name, count) -> {
            if (!held.contains(name)) {
                told.found(CustodyFinding.WRAPPING_MISSING, name, "wraps " + count + " unit keys and has no file");
            }
            if (!open.contains(name)) {
                told.found(CustodyFinding.WRAPPING_RETIRED, name, "wraps " + count + " unit keys and must not");
            } else if (!name.equals(newest)) {
                told.found(CustodyFinding.WRAPPING_DUE, name, "wraps " + count + " unit keys still");
            }
        });
        // the first one began with the database, which no event tells
        logged(GovernanceEventTypes.WRAPPING_KEY_BEGUN, key -> key.number() > 1, keys, told);
        logged(
                GovernanceEventTypes.WRAPPING_KEY_COMPLETE,
                key -> key.number() > 1 && key.completeAt() != null,
                keys,
                told);
        logged(GovernanceEventTypes.WRAPPING_KEY_RETIRED, key -> key.retiredAt() != null, keys, told);
        told.examined(keys.size());
    }

    /** What was exchanged since the keys were read has its event, and stands in the table that is read afterwards. */
    private void logged(EventType type, Predicate<WrappingKey> so, List<WrappingKey> before, Examination told) {
        Set<String> logged =
                new TreeSet<>(follower.onConnection(connection -> KeyListStore.events(connection, type.code())).stream()
                        .map(event -> event.detail().get("number") + " "
                                + event.detail().get("key"))
                        .toList());
        Set<String> stated = stated(so, application.onConnection(WrappingKeyRows::all));
        if (!logged.containsAll(stated(so, before)) || !stated.containsAll(logged)) {
            told.found(
                    CustodyFinding.WRAPPING_UNLOGGED,
                    TABLE,
                    "the table states " + stated + ", events of type " + type.code() + " tell " + logged);
        }
    }

    private static Set<String> stated(Predicate<WrappingKey> so, List<WrappingKey> keys) {
        return new TreeSet<>(keys.stream()
                .filter(so)
                .map(key -> key.number() + " " + key.name())
                .toList());
    }
}
