package org.aletheia.custody.log;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.aletheia.custody.JournalConfig;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.SoundDatabase;
import org.aletheia.custody.keys.Keyring;
import org.aletheia.custody.store.DatabaseIdentity;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.platform.time.Ticker;
import org.aletheia.platform.time.WatchedClock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs sequencing, publication and the locking of what is published, each in a thread of its own, so that a bucket or
 * signer that hangs stops no follower.
 */
@ApplicationScoped
public class LogRunner implements SoundDatabase {
    private static final Logger LOG = Logger.getLogger(LogRunner.class);
    private static final int BUCKET_CONNECTIONS = 8;
    private static final Duration KEYS_EVERY = Duration.ofSeconds(5);

    /** How long before a publication tiles that it needs are put: most, then those that came since. */
    private static final List<Duration> PREPARATIONS = List.of(Duration.ofMillis(200), Duration.ofMillis(100));

    /** How long before its time a publication begins with what needs no tree: the lock, the keys, a look into the bucket. */
    private static final Duration LEAD = Duration.ofMillis(60);

    private final Sequencer sequencer;
    private final Keyring keyring;
    private final Publication publishing;
    private final Pace lastMoment;
    private final Quarantine quarantine;
    private final TileLocks tileLocks;
    private final CheckpointLocks checkpointLocks;
    private final JournalConfig config;
    private final WatchedClock clock;
    private final Ticker ticker = Ticker.ofMachine();
    private final Transactions database;
    private final ExecutorService bucketThreads = Executors.newFixedThreadPool(
            BUCKET_CONNECTIONS, Thread.ofVirtual().name("log-bucket-", 0).factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private final ReentrantLock ordering = new ReentrantLock();
    private volatile @Nullable Worker sequencing;
    private volatile @Nullable Worker publication;
    private volatile @Nullable Worker locking;
    private volatile @Nullable Worker keyLists;

    LogRunner(
            @DataSource("follower") javax.sql.DataSource database,
            ObjectStores objectStores,
            LogNameConfig name,
            Keyring keyring,
            Cosigners cosigners,
            JournalConfig config,
            WatchedClock clock) {
        Transactions transactions = new Transactions(database);
        this.database = transactions;
        LogBucket bucket = new LogBucket(objectStores.of(Bucket.LOG));
        this.keyring = keyring;
        LogKeys keys = new LogKeys(name.origin(), keyring.of(SigningPurpose.CHECKPOINT), keyring::upTo);
        Publisher publisher = new Publisher(transactions, bucket, keys, cosigners, bucketThreads, clock);
        publisher.onPublished(() -> readers.forEach(Runnable::run));
        this.publishing = new Publication(
                publisher,
                new ReplicaLock(transactions, "publication"),
                config.checkEvery(),
                config.publishEvery(),
                clock,
                ticker);
        this.quarantine = new Quarantine(publisher::compare, () -> transactions.onConnection(DatabaseIdentity::read));
        this.sequencer = new Sequencer(transactions, config.batchSize(), true, quarantine::admits);
        this.lastMoment = new LastMoment(publishing, this::takeAlong);
        this.tileLocks = new TileLocks(transactions, bucket, config.lockPeriod(), clock);
        this.checkpointLocks = new CheckpointLocks(transactions, bucket, config.lockPeriod(), clock);
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        tryTo(quarantine::lift);
        tryTo(() -> database.onConnection(HeadStore::lastSigned).ifPresent(clock::wasAt));
        keyLists = new Worker("log-keys", keyring::look, KEYS_EVERY);
        locking = new Worker("log-locking", this::lock, config.checkEvery());
        publication = new Worker("log-publication", this::publish, config.poll());
        sequencing = new Worker("log-sequencing", this::sequence, config.poll());
    }

    void stop(@Observes ShutdownEvent event) {
        close(sequencing);
        close(publication);
        close(locking);
        close(keyLists);
        bucketThreads.close();
    }

    /** Says that an event was committed. */
    public void wake() {
        wake(sequencing);
    }

    private static void wake(@Nullable Worker worker) {
        if (worker != null) {
            worker.wake();
        }
    }

    /** Calls back, in the thread that gave it, whenever events got their index. */
    public void onSequenced(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls back, in the publication's thread, whenever this replica has published a checkpoint. */
    public void onPublished(Runnable listener) {
        readers.add(listener);
    }

    /**
     * Whether the journal is known to be the one that was published: asked before anything is removed because the database
     * does not name it. A database that was restored too old, or that is another one, is not.
     *
     * @throws LogRefusedException where the journal contradicts what was published
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where that cannot be asked
     */
    public boolean verified() {
        return publishing.verified();
    }

    /**
     * How the journal stands to what was published, as far as this replica knows. Unless it is sound, new events wait in
     * quarantine, and whether and when the log will hold them cannot be promised.
     */
    public LogStanding standing() {
        return quarantine.standing();
    }

    @Override
    public boolean isSound() {
        return standing() == LogStanding.SOUND;
    }

    /** Why publication does not go on; null while it does. */
    public @Nullable RuntimeException publicationFailure() {
        Worker worker = publication;
        return worker == null ? null : worker.failure();
    }

    /** Why sequencing does not go on; null while it does. */
    public @Nullable RuntimeException sequencingFailure() {
        Worker worker = sequencing;
        return worker == null ? null : worker.failure();
    }

    /** Why the lists of the log's keys cannot be looked at; null while they can. */
    public @Nullable RuntimeException keysFailure() {
        Worker worker = keyLists;
        return worker == null ? null : worker.failure();
    }

    /** Why full tiles are not locked; null while they are. */
    public @Nullable RuntimeException lockingFailure() {
        Worker worker = locking;
        return worker == null ? null : worker.failure();
    }

    /** For what only comes sooner by it; where it fails, the threads meet the same, say why and try on. */
    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.debug("not done before its time", e);
        }
    }

    private boolean lock() {
        boolean more = tileLocks.run();
        return checkpointLocks.run() || more;
    }

    private boolean sequence() {
        quarantine.lift();
        int moved = order();
        if (moved > 0) {
            wake(publication);
        }
        return moved == config.batchSize() || (gather() && moved > 0);
    }

    private int order() {
        int moved = orderAlone();
        if (moved > 0) {
            listeners.forEach(Runnable::run);
        }
        return moved;
    }

    private int orderAlone() {
        ordering.lock();
        try {
            return sequencer.run();
        } catch (DatabaseFailure e) {
            quarantine.doubt(); // what answers next may be another database
            throw e;
        } finally {
            ordering.unlock();
        }
    }

    /** Lets more events come before the next transaction; also where another replica is at it, or the journal may not grow. */
    private boolean gather() {
        return pause(config.gather());
    }

    private boolean publish() {
        if (!waited()) {
            return false;
        }
        try {
            return publishing.step(LEAD, lastMoment);
        } catch (LogRefusedException e) {
            quarantine.refused(e);
            wake(keyLists); // another process may have changed the keys
            throw e;
        }
    }

    /**
     * Lets events wait out the least time between publications, each of which costs some requests, however few events it has.
     * What can be done before is; and what came meanwhile is taken along, instead of being left to the next one.
     *
     * @return false where the thread is to stop
     */
    private boolean waited() {
        if (publishing.left().isEmpty()) {
            return true;
        }
        for (Duration before : PREPARATIONS) {
            Duration wait = left(before);
            if (wait.isPositive()) {
                if (!pause(wait)) {
                    return false;
                }
                tryTo(publishing::prepare);
            }
        }
        Duration wait = left(LEAD);
        return !wait.isPositive() || pause(wait);
    }

    private Duration left(Duration before) {
        return publishing.left().orElse(Duration.ZERO).minus(before);
    }

    /** Orders what came since the last turn of the sequencing, unless the journal is not to grow. */
    private void takeAlong() {
        if (quarantine.standing() == LogStanding.SOUND) {
            tryTo(this::order);
        }
    }

    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void close(@Nullable Worker worker) {
        if (worker != null) {
            worker.close();
        }
    }
}
