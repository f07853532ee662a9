package org.aletheia.custody.keys;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.signing.HeldKeys;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningKeysConfig;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteSigner;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs with those keys that the log's newest list makes active. A change that another process makes is followed within
 * seconds, and before any checkpoint is signed that covers it.
 */
@ApplicationScoped
public class Keyring implements Signers {
    private static final Logger LOG = Logger.getLogger(Keyring.class);

    private final String origin;
    private final SigningKeys held;
    private final KeyLists lists;
    private final KeyListing listing;
    private final Transactions database;
    private final Map<NoteVerifierKey, NoteSigner> signers = new ConcurrentHashMap<>();
    private volatile @Nullable KeyHistory known;

    /** @param follower with the rights of role aletheia_follower */
    public Keyring(
            LogNameConfig log,
            SigningKeysConfig keys,
            @DataSource("follower") javax.sql.DataSource follower,
            ObjectStores stores,
            Clock clock) {
        this.origin = log.origin();
        this.held = HeldKeys.of(keys, origin, clock);
        this.database = new Transactions(follower);
        this.lists = new KeyLists(origin, database, stores.of(Bucket.LOG), held, clock);
        this.listing = new KeyListing(origin, held, clock);
    }

    /** Keys that cannot be used stop the start, with what to do about it; what is only away is asked for again. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        Stream.of(SigningPurpose.CHECKPOINT, SigningPurpose.PROMISE).forEach(held::heldOrMade);
        try {
            history();
        } catch (SignerUnavailableException e) {
            LOG.warnf("nothing can be signed yet: %s", e.getMessage());
        }
    }

    @Override
    public Signer of(SigningPurpose purpose) {
        return new ListedSigner(purpose);
    }

    /**
     * All lists that the log has made.
     *
     * @throws SignerUnavailableException where they are not known and cannot be asked for now
     */
    public KeyHistory history() {
        KeyHistory last = known;
        return last == null ? settle() : last;
    }

    /**
     * Looks whether another process has changed the keys, and brings database and bucket to the same lists.
     *
     * @return false: there is nothing more to do
     * @throws SignerUnavailableException where that cannot be done now; what was known stands
     */
    public boolean look() {
        settle();
        return false;
    }

    /**
     * Goes by so many lists from now on, or more.
     *
     * @param number of lists in the database, as read with what is to be signed
     * @throws SignerUnavailableException where they cannot be had now
     */
    public void upTo(int number) {
        KeyHistory last = known;
        if (last == null || last.size() != number) {
            settle();
        }
    }

    /** Looked up once: a key does not change, and where it is kept may be slow. */
    private NoteSigner signer(NoteVerifierKey key) {
        return signers.computeIfAbsent(key, held::signer);
    }

    private synchronized KeyHistory settle() {
        try {
            KeyHistory history = lists.settled().orElseGet(this::begin);
            KeyHistory before = known;
            if (before == null || before.size() != history.size()) {
                LOG.infof(
                        "log %s, list %d of its keys: %d active",
                        origin, history.size(), history.newest().active().size());
            }
            known = history;
            return history;
        } catch (MalformedValueException e) {
            throw new SignerUnavailableException(
                    "the lists of the log's keys are broken, restore log_key_list or keys/ in the log bucket: "
                            + e.getMessage(),
                    e);
        } catch (DatabaseFailure | StorageUnavailableException e) {
            throw new SignerUnavailableException(
                    "the lists of the log's keys cannot be asked for: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /**
     * Makes the first list of a log, by compare-and-swap on its number: of several servers one makes it. A log that was signed
     * before lists were kept begins with the keys that signed it.
     */
    private KeyHistory begin() {
        LogHead head = database.onConnection(HeadStore::read);
        requireOwnName(head);
        requireOwnKeys(head);
        if (lists.add(listing.first(), Optional.empty())) {
            LOG.info("the first list of the log's keys is made");
        }
        return lists.settled().orElseThrow();
    }

    /** Not even a list of keys is made under a name that the database does not know. */
    private void requireOwnName(LogHead head) {
        if (head.origin() != null && !head.origin().equals(origin)) {
            throw refused("the database belongs to the log " + head.origin()
                    + ": set aletheia.log.origin to that; only log recover --new-origin begins another name");
        }
    }

    private void requireOwnKeys(LogHead head) {
        List<String> signed = head.vkeys();
        List<String> here = listing.firstOfEachKind(SigningPurpose.CHECKPOINT).stream()
                .map(NoteVerifierKey::format)
                .toList();
        if (!signed.isEmpty() && !here.equals(signed)) {
            throw refused(
                    "the keys are not those of the last checkpoint: restore the key files in aletheia.keys.directory");
        }
    }

    private static SignerUnavailableException refused(String remedy) {
        return new SignerUnavailableException(remedy, new IllegalStateException(remedy));
    }

    /** One purpose of the newest list. */
    private final class ListedSigner implements Signer {
        private final SigningPurpose purpose;

        private ListedSigner(SigningPurpose purpose) {
            this.purpose = purpose;
        }

        @Override
        public List<NoteVerifierKey> verifierKeys() {
            return named(history().newest().active().stream());
        }

        @Override
        public List<NoteVerifierKey> knownKeys() {
            return named(history().newest().keys().stream().map(ListedKey::key));
        }

        @Override
        public List<NoteVerifierKey> soundKeys() {
            return named(history().newest().keys().stream()
                    .filter(key -> key.standing() != KeyStanding.REVOKED)
                    .map(ListedKey::key));
        }

        @Override
        public SignedNote sign(String noteText) {
            try {
                return SignedNote.sign(
                        noteText,
                        verifierKeys().stream().map(Keyring.this::signer).toList());
            } catch (IllegalStateException e) {
                throw new SignerUnavailableException(String.valueOf(e.getMessage()), e);
            }
        }

        private List<NoteVerifierKey> named(Stream<NoteVerifierKey> keys) {
            String name = purpose.keyName(origin);
            return keys.filter(key -> key.name().equals(name)).toList();
        }
    }
}
