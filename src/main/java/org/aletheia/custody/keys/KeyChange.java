package org.aletheia.custody.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.kernel.IdSource;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyList;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;
import org.aletheia.transparency.keys.SignedKeyList;

/**
 * Changes which keys this log signs with, beside servers that run: they follow.
 *
 * <p>Durable effects of each change, in this order:
 *
 * <ol>
 *   <li>Private keys that are new. A crash after it leaves keys that no list names and nothing signs with; the next rotation
 *       takes them.
 *   <li>The list, signed by old and new keys, and the event that names it, in one transaction, by compare-and-swap on the
 *       list's number. From now on servers sign with its active keys.
 *   <li>The list in the log bucket. A crash before it leaves it to the next server that looks, which no later publishes a
 *       checkpoint that it covers.
 * </ol>
 */
public final class KeyChange {
    private final String origin;
    private final KeyLists lists;
    private final SigningKeys held;
    private final KeyListing listing;
    private final IdSource ids;
    private final Clock clock;

    public KeyChange(KeyLists lists, SigningKeys held, String origin, IdSource ids, Clock clock) {
        this.origin = origin;
        this.lists = lists;
        this.held = held;
        this.listing = new KeyListing(origin, held, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** A change that is not possible as things stand; nothing was changed but perhaps keys made that nothing signs with. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Has a further key of each kind sign beside those that do: one that is held and no list names, or a new one.
     *
     * @throws RefusedException where the log has no list yet, or another change was faster
     * @throws IllegalStateException where a key that must sign is not held
     */
    public KeyHistory rotate(SigningPurpose purpose) {
        KeyHistory history = current();
        List<ListedKey> keys = new ArrayList<>(history.newest().keys());
        purpose.types().forEach(type -> keys.add(fresh(history.newest(), purpose, type)));
        return commit(history, keys);
    }

    /**
     * Lets keys sign no longer; what they have signed stands. They sign this list for the last time.
     *
     * @param labels of the keys, as {@link NoteVerifierKey#label()}
     * @throws RefusedException where one is not active, or its kind and purpose would have no key left, or an earlier change is
     *     not published yet: those who know the old keys only could not follow
     */
    public KeyHistory retire(Collection<String> labels) {
        KeyHistory history = current();
        if (lists.anyUnpublished()) {
            throw new RefusedException("an earlier change of the keys is in no published checkpoint yet: wait");
        }
        List<ListedKey> keys = new ArrayList<>(history.newest().keys());
        for (String label : labels) {
            ListedKey key = listed(history, label);
            if (key.standing() != KeyStanding.ACTIVE || !hasSuccessor(keys, key)) {
                throw new RefusedException(label + " is not active, or the only active key of its kind: rotate first");
            }
            replace(keys, key, KeyStanding.RETIRED, clock.instant());
        }
        return commit(history, keys);
    }

    /**
     * Says that somebody else may have signed with a key. What it signed stands only where it is known to be older, by a
     * timestamp. Where it is the only one of its kind a new one takes its place at once; who knows the old key only then has to
     * get the new one by another way.
     *
     * @param since from when on it may have been misused; not in the future
     * @throws RefusedException where it is revoked already
     */
    public KeyHistory revoke(String label, Instant since) {
        KeyHistory history = current();
        ListedKey key = listed(history, label);
        if (key.standing() == KeyStanding.REVOKED || since.isAfter(clock.instant())) {
            throw new RefusedException(label + " is revoked already, or the time is in the future");
        }
        List<ListedKey> keys = new ArrayList<>(history.newest().keys());
        replace(keys, key, KeyStanding.REVOKED, since);
        if (key.standing() == KeyStanding.ACTIVE && !hasSuccessor(keys, key)) {
            keys.add(fresh(
                    history.newest(),
                    SigningPurpose.named(key.key().name(), origin),
                    key.key().type()));
        }
        return commit(history, keys);
    }

    private KeyHistory current() {
        return lists.settled()
                .orElseThrow(() -> new RefusedException("the log has no list of its keys yet: start a server once"));
    }

    private KeyHistory commit(KeyHistory history, List<ListedKey> keys) {
        SignedKeyList list = listing.next(history, keys);
        KeyHistory longer = history.with(list);
        String root = Checkpoint.parse(list.head().text()).root().base64();
        Event event = Event.of(EventTypes.KEYS_CHANGED, ids.timeOrdered(), clock.instant())
                .detail(Map.of("list", longer.size(), "root", root))
                .build();
        if (!lists.add(list, Optional.of(SealedRow.of(event, EventTypes.KEYS_CHANGED)))) {
            throw new RefusedException("another change was faster: look again");
        }
        lists.publish(longer);
        return longer;
    }

    /** A key that is not in the list yet. */
    private ListedKey fresh(KeyList list, SigningPurpose purpose, SignatureType type) {
        NoteVerifierKey key = held.held(purpose, type).stream()
                .filter(candidate -> list.of(candidate).isEmpty())
                .reduce((older, newer) -> newer)
                .orElseGet(() -> held.make(purpose, type, held.newest(purpose, type) + 1));
        return new ListedKey(key, KeyStanding.ACTIVE, clock.instant());
    }

    private static ListedKey listed(KeyHistory history, String label) {
        return history.newest().keys().stream()
                .filter(key -> key.key().label().equals(label))
                .findFirst()
                .orElseThrow(() -> new RefusedException("no list names a key " + label));
    }

    private static boolean hasSuccessor(List<ListedKey> keys, ListedKey key) {
        return keys.stream()
                .filter(other -> other.standing() == KeyStanding.ACTIVE)
                .map(ListedKey::key)
                .anyMatch(other -> !other.equals(key.key())
                        && other.name().equals(key.key().name())
                        && other.type() == key.key().type());
    }

    private static void replace(List<ListedKey> keys, ListedKey key, KeyStanding standing, Instant since) {
        keys.replaceAll(listed -> listed.equals(key) ? new ListedKey(key.key(), standing, since) : listed);
    }
}
