package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.aletheia.custody.JournalConfig;
import org.aletheia.custody.cosigning.TestCosigners;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.platform.time.WatchedClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The threads of the log as a server runs them, on bad days. */
@Tag("it")
class LogRunnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Runnable> atCheckpoint = new AtomicReference<>(() -> {});
    private final AtomicBoolean cut = new AtomicBoolean();
    private volatile boolean away;

    @TempDir
    Path keys;

    private LogFixture log;
    private LogRunner runner;

    @BeforeEach
    void start() throws Exception {
        log = new LogFixture();
        log.keyFiles(keys);
        runner = runner();
        runner.start(new StartupEvent());
    }

    private LogRunner runner() {
        ObjectStore bucket = bucket();
        return new LogRunner(
                failing(log.asFollower()),
                any -> bucket,
                () -> log.origin,
                log.keyring(keys, log.asFollower(), bucket),
                TestCosigners.none(),
                new Settings(),
                new WatchedClock(new OffsetClock()));
    }

    @AfterEach
    void close() throws Exception {
        runner.stop(new ShutdownEvent());
        log.close();
    }

    /** As a time service does that was wrong once: publication goes on as if nothing had happened. */
    @Test
    void aClockThatIsSetBackDuringAPublicationStopsNothing() {
        publish(2);
        atCheckpoint.set(() -> offset.set(Duration.ofHours(-6)));
        publish(4);
        assertThat(offset).hasValue(Duration.ofHours(-6));
        publish(6);
    }

    @Test
    void theBucketIsComparedAlsoWhileTheClockIsBehind() {
        publish(2);
        atCheckpoint.set(() -> offset.set(Duration.ofHours(-6)));
        publish(4);
        log.bucket().put("checkpoint", new byte[] {'x', '\n'}, "text/plain");
        await(() -> runner.publicationFailure() instanceof LogRefusedException);
    }

    /** One cut connection is no restored database, and the bucket's being away says nothing about the journal. */
    @Test
    void sequencingGoesOnAfterAFailureOfTheDatabaseWhileTheBucketIsAway() {
        publish(2);
        away = true;
        cut.set(true);
        log.append(LogFixture.subjects(1), 2);
        runner.wake();
        await(() -> log.size("journal") == 4);
        assertThat(cut).as("a commit has failed").isFalse();
        assertThat(runner.standing()).isEqualTo(LogStanding.SOUND);
    }

    /** A server that starts while the bucket is away does not know whether its database was restored. */
    @Test
    void withoutAnyComparisonEventsWaitAndNothingSaysThatTheLogMustBeRecovered() {
        publish(2);
        runner.stop(new ShutdownEvent());
        away = true;
        runner = runner();
        runner.start(new StartupEvent());
        log.append(LogFixture.subjects(1), 2);
        await(() -> runner.sequencingFailure() instanceof SignerUnavailableException unknown
                && unknown.getCause() instanceof StorageUnavailableException);
        assertThat(runner.standing()).isEqualTo(LogStanding.UNKNOWN);
        assertThat(log.size("journal")).isEqualTo(2);
        away = false;
        runner.wake();
        await(() -> log.size("journal") == 4);
        assertThat(runner.standing()).isEqualTo(LogStanding.SOUND);
    }

    private void publish(long upTo) {
        Transactions database = new Transactions(log.asFollower());
        log.append(LogFixture.subjects(1), (int)
                (upTo - database.onConnection(HeadStore::read).size()));
        runner.wake();
        await(() -> database.onConnection(HeadStore::read).publishedSize() == upTo);
    }

    private static void await(Awaited until) {
        Awaitility.await().atMost(PATIENCE).until(until::holds);
    }

    @FunctionalInterface
    private interface Awaited {
        boolean holds() throws Exception;
    }

    private DataSource failing(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, arguments) -> {},
                result -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, this::cut, same -> same)
                        : result);
    }

    private void cut(String method, Object[] arguments) throws SQLException {
        if (method.equals("commit") && cut.getAndSet(false)) {
            throw new SQLException("cut", "08006");
        }
    }

    private ObjectStore bucket() {
        return proxy(ObjectStore.class, log.bucket(), this::reach, same -> same);
    }

    private void reach(String method, Object[] arguments) {
        if (away) {
            throw new StorageUnavailableException(method, StorageUnavailableException.Effect.NONE, null);
        }
        if (method.equals("put") && arguments[0].equals("checkpoint")) {
            atCheckpoint.getAndSet(() -> {}).run();
        }
    }

    @FunctionalInterface
    private interface Before {
        void call(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, T target, Before before, UnaryOperator<Object> after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    before.call(method.getName(), arguments);
                    try {
                        return after.apply(method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private final class OffsetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(offset.get());
        }
    }

    private static final class Settings implements JournalConfig {
        @Override
        public Duration readPatience() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int batchSize() {
            return 100;
        }

        @Override
        public Duration gather() {
            return Duration.ofMillis(5);
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration publishEvery() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration checkEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration lockPeriod() {
            return Duration.ofDays(1);
        }
    }
}
