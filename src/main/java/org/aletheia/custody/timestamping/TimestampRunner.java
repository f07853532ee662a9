package org.aletheia.custody.timestamping;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aletheia.custody.JournalConfig;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.log.Worker;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.config.Wires;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.platform.time.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Asks each authority in a thread of its own, so that one that hangs keeps nobody from another. Nothing else of the server
 * waits for any of them.
 */
@ApplicationScoped
class TimestampRunner {
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_IDLE = Duration.ofMillis(100);

    private final AuthorityDoor door;
    private final TimestampStore store;
    private final TimestampLocks locks;
    private final List<Asking> askings;
    private final Duration idle;
    private final JournalConfig journal;
    private final Clock clock;
    private final Map<String, Lag> lags;
    private final Map<String, Worker> asking = new ConcurrentHashMap<>();
    private volatile @Nullable Worker locking;

    /** @throws IllegalStateException where the configuration cannot be right, naming property and remedy */
    TimestampRunner(
            TimestampsConfig config,
            @DataSource("follower") javax.sql.DataSource database,
            ObjectStores objectStores,
            LogNameConfig log,
            Signers signers,
            Cosigners cosigners,
            JournalConfig journal,
            Clock clock) {
        Transactions transactions = new Transactions(database);
        TimestampFiles files = new TimestampFiles(objectStores.of(Bucket.LOG));
        LogKeys keys = new LogKeys(log.origin(), signers.of(SigningPurpose.CHECKPOINT));
        Rounds rounds = new Rounds(transactions, keys, files, config.interval(), cosigners::count, cosigners.needed());
        this.door = new AuthorityDoor(config.patience());
        this.store = new TimestampStore(transactions);
        this.locks = new TimestampLocks(transactions, files, journal.lockPeriod());
        this.journal = journal;
        this.clock = clock;
        this.idle = idle(config.interval());
        boolean local = isLocal(log.origin());
        this.askings = Authority.all(config).stream()
                .map(authority -> new Asking(
                        authority.name(),
                        new Questioner(authority, door, local, clock),
                        rounds,
                        transactions,
                        files,
                        locks,
                        config.patience(),
                        clock))
                .toList();
        this.lags = askings.stream().collect(Collectors.toMap(Asking::name, one -> new Lag(Ticker.ofMachine())));
    }

    /** Whether a log is one of this machine alone, as the local stack's is: no other can be called so. */
    static boolean isLocal(String origin) {
        int end = origin.indexOf('/');
        return end > 0 && Wires.isThisMachine(origin.substring(0, end));
    }

    void start(@Observes StartupEvent event) {
        askings.forEach(one -> asking.put(one.name(), new Worker("timestamps-" + one.name(), one::step, idle)));
        locking = new Worker("timestamp-locking", () -> locks.renew(clock.instant()), journal.checkEvery());
    }

    void stop(@Observes ShutdownEvent event) {
        asking.values().forEach(Worker::close);
        Worker worker = locking;
        if (worker != null) {
            worker.close();
        }
        door.close();
    }

    /**
     * How it stands with an authority.
     *
     * @param how the last question of this replica went, or what keeps it from asking
     * @param lag how long something published has been waiting for a published timestamp of it; zero where nothing has
     * @param failure what keeps this replica from asking, or from publishing what was given; null where nothing does
     */
    record Standing(
            String name,
            String how,
            Optional<TimestampStore.Last> last,
            Duration lag,
            @Nullable RuntimeException failure) {}

    /** Why locks are not renewed; null while they are. */
    @Nullable
    RuntimeException lockingFailure() {
        return failure(locking);
    }

    /** Names of the authorities. */
    List<String> names() {
        return askings.stream().map(Asking::name).toList();
    }

    /** One for each authority. */
    List<Standing> standings() {
        return askings.stream().map(this::standing).toList();
    }

    /** That of one authority. */
    Standing standing(String name) {
        return askings.stream()
                .filter(asking -> asking.name().equals(name))
                .map(this::standing)
                .findFirst()
                .orElseThrow();
    }

    private Standing standing(Asking one) {
        Duration lag = Objects.requireNonNull(lags.get(one.name())).of(store.owed(one.name()), clock.instant());
        return new Standing(one.name(), one.standing(), store.last(one.name()), lag, failure(asking.get(one.name())));
    }

    private static @Nullable RuntimeException failure(@Nullable Worker worker) {
        return worker == null ? null : worker.failure();
    }

    private static Duration idle(Duration interval) {
        Duration quarter = interval.dividedBy(4);
        Duration longEnough = quarter.compareTo(SHORTEST_IDLE) < 0 ? SHORTEST_IDLE : quarter;
        return longEnough.compareTo(LONGEST_IDLE) < 0 ? longEnough : LONGEST_IDLE;
    }
}
