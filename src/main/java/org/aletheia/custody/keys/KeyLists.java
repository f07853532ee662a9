package org.aletheia.custody.keys;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.KeyListStore;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.SignedKeyList;

/**
 * The lists of this log's keys in the database, which decides which list is the next one, and in the log bucket, where
 * everybody reads them. Safe for several processes.
 */
public final class KeyLists {
    private final String origin;
    private final Transactions database;
    private final KeyListBucket bucket;
    private final Supplier<List<NoteVerifierKey>> vouching;
    private final InstantSource clock;
    private volatile Verified last = new Verified(List.of(), Optional.empty());

    /** What the rows said when they were verified last: signatures need not be checked again while they say the same. */
    private record Verified(List<String> texts, Optional<KeyHistory> history) {}

    /**
     * @param origin of the log
     * @param database with the rights of role aletheia_follower
     * @param bucket the log bucket
     * @param held the keys that vouch for lists: whoever can write database or bucket could put others' there
     */
    public KeyLists(String origin, Transactions database, ObjectStore bucket, SigningKeys held, InstantSource clock) {
        this(origin, database, bucket, () -> held.held(SigningPurpose.CHECKPOINT), clock);
    }

    private KeyLists(
            String origin,
            Transactions database,
            ObjectStore bucket,
            Supplier<List<NoteVerifierKey>> vouching,
            InstantSource clock) {
        this.origin = origin;
        this.database = database;
        this.bucket = new KeyListBucket(bucket);
        this.vouching = vouching;
        this.clock = clock;
    }

    /**
     * Those of a log that this deployment signs for no longer, to be read.
     *
     * @param vouching the keys that signed its last checkpoint, as the database has them
     */
    public static KeyLists earlier(
            String origin,
            Transactions database,
            ObjectStore bucket,
            List<NoteVerifierKey> vouching,
            InstantSource clock) {
        return new KeyLists(origin, database, bucket, () -> vouching, clock);
    }

    /**
     * What the database holds; empty before the first list.
     *
     * @throws MalformedValueException where it is no history of this log's keys: rows were altered
     * @throws org.aletheia.platform.persistence.DatabaseFailure where it cannot be asked
     */
    public Optional<KeyHistory> stored() {
        List<String> texts = database.onConnection(connection -> KeyListStore.all(connection, origin));
        Verified known = last;
        if (!known.texts().equals(texts)) {
            known = new Verified(texts, texts.isEmpty() ? Optional.empty() : Optional.of(own(texts)));
            last = known;
        }
        return known.history();
    }

    private KeyHistory own(List<String> texts) {
        return own(new KeyHistory(texts.stream().map(SignedKeyList::parse).toList()));
    }

    /** A history that others could have made is right in itself: the keys that are held say whether it is this log's. */
    private KeyHistory own(KeyHistory history) {
        if (history.vouchedBy(vouching.get()) < history.size()) {
            throw new MalformedValueException("key-list-foreign", "no key that is held here vouches for all lists");
        }
        return history;
    }

    /** What the bucket holds, for whoever only looks; empty before the first list. Throws as {@link #settled}. */
    public Optional<KeyHistory> published() {
        return continued(Optional.empty()).map(this::own);
    }

    /**
     * What database and bucket hold, once both hold the same. The database, restored to an earlier day, takes back what the
     * bucket has: that can only be what this log's keys have signed. The bucket gets what it lacks.
     *
     * @throws MalformedValueException where the bucket's next list does not follow, or is not this log's: it was altered
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be asked
     * @throws org.aletheia.platform.persistence.DatabaseFailure where the database cannot be asked
     */
    public Optional<KeyHistory> settled() {
        Optional<KeyHistory> stored = stored();
        Optional<KeyHistory> all = all(stored);
        all.ifPresent(history -> {
            int known = stored.map(KeyHistory::size).orElse(0);
            history.lists().subList(known, history.size()).forEach(list -> add(list, Optional.empty()));
            bucket.publish(history);
        });
        return all;
    }

    /** What database and bucket hold together; as {@link #settled}, and changes nothing. */
    public Optional<KeyHistory> all() {
        return all(stored());
    }

    private Optional<KeyHistory> all(Optional<KeyHistory> stored) {
        Optional<KeyHistory> all = continued(stored);
        if (stored.isEmpty()) {
            all.ifPresent(this::own); // lists behind one of ours are signed by its keys
        }
        return all;
    }

    private Optional<KeyHistory> continued(Optional<KeyHistory> known) {
        Optional<KeyHistory> history = known;
        Optional<String> next = bucket.read(history.map(KeyHistory::size).orElse(0) + 1);
        while (next.isPresent()) {
            SignedKeyList list = SignedKeyList.parse(next.get());
            history = Optional.of(
                    history.map(before -> before.with(list)).orElseGet(() -> new KeyHistory(List.of(list))));
            next = bucket.read(history.get().size() + 1);
        }
        return history;
    }

    /**
     * Adds a list, and in the same transaction the event that tells of it.
     *
     * @return false where there is one of its number: nothing was changed
     */
    boolean add(SignedKeyList list, Optional<SealedRow> event) {
        return database.commit(connection -> {
            boolean added = KeyListStore.add(connection, list.list().number(), list.format(), clock.instant());
            if (added && event.isPresent()) {
                PendingStore.insert(connection, List.of(event.get()));
            }
            return added;
        });
    }

    /** All events of the journal that tell of a change; for checks, since it reads the whole journal. */
    public List<Event> told() {
        return database.onConnection(connection -> KeyListStore.events(connection, EventTypes.KEYS_CHANGED.code()));
    }

    /** Whether an event that tells of a change is in no published tree yet. */
    boolean anyUnpublished() {
        return database.onConnection(
                connection -> KeyListStore.anyUnpublished(connection, EventTypes.KEYS_CHANGED.code()));
    }

    /** Puts into the bucket what it lacks. */
    void publish(KeyHistory history) {
        bucket.publish(history);
    }
}
