package org.aletheia.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.log.LogFixture;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("it")
class GroupCommitTest {
    private static final int READS = 400;

    private LogFixture log;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void commitsManyAtOnceAndReturnsToEachWhenItIsDurable() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        try (GroupCommit reads = new GroupCommit(new Transactions(log.asApp()), commits::incrementAndGet, 10_000);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < READS; i++) {
                running.add(readers.submit(() -> {
                    SealedRow row = row();
                    reads.append(row);
                    return assertThat(pending("where event_id = '" + row.eventId() + "'"))
                            .isEqualTo(1);
                }));
            }
            for (Future<?> read : running) {
                read.get();
            }
        }
        assertThat(pending("")).isEqualTo(READS);
        assertThat(commits.get()).isBetween(1, READS / 2);
    }

    @Test
    void aReadThatCannotBeJournalledIsRefused() throws Exception {
        try (GroupCommit reads = new GroupCommit(new Transactions(log.asApp()), () -> {}, 10_000)) {
            SealedRow row = row();
            SealedRow withoutSeed = new SealedRow(
                    row.eventId(), row.type(), row.group(), row.subjects(), new byte[0], row.entry(), row.canonical());
            assertThatThrownBy(() -> reads.append(withoutSeed)).isInstanceOf(JournalUnavailableException.class);
            reads.append(row);
            assertThat(pending("")).isEqualTo(1);
        }
    }

    /** One error in one round must not keep everybody from reading for ever. */
    @Test
    void anErrorInOneRoundFailsItsCallersAndTheNextRoundGoesOn() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        Runnable outOfMemoryAtFirst = () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new OutOfMemoryError("of the test");
            }
        };
        SealedRow row = row();
        try (GroupCommit reads = new GroupCommit(new Transactions(failing(log.asApp())), outOfMemoryAtFirst, 10_000)) {
            assertThatThrownBy(() -> reads.append(row()))
                    .isInstanceOf(JournalUnavailableException.class)
                    .hasStackTraceContaining("StackOverflowError");
            assertThat(reads.failure()).isInstanceOf(StackOverflowError.class);
            reads.append(row); // durable, although who was to be woken after it failed
            assertThat(reads.alive()).isTrue();
            reads.append(row());
            // forgotten a moment after its callers are answered
            await().atMost(Duration.ofSeconds(5)).until(() -> reads.failure() == null);
        }
        assertThat(pending("")).isEqualTo(2);
    }

    /** A database that ends its first use with an error instead of an exception. */
    private static DataSource failing(DataSource real) {
        AtomicBoolean used = new AtomicBoolean();
        return (DataSource) Proxy.newProxyInstance(
                GroupCommitTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
                    if (!used.getAndSet(true)) {
                        throw new StackOverflowError("of the test");
                    }
                    return method.invoke(real, given);
                });
    }

    @Test
    void aSearchThatFoundNothingIsTakenToo() throws Exception {
        SealedRow row = row();
        try (GroupCommit reads = new GroupCommit(new Transactions(log.asApp()), () -> {}, 10_000)) {
            reads.append(new SealedRow(
                    row.eventId(), row.type(), row.group(), List.of(), row.seed(), row.entry(), row.canonical()));
        }
        log.settle();
        assertThat(pending("")).isZero();
    }

    @Test
    void afterClosingNothingIsTaken() {
        GroupCommit reads = new GroupCommit(new Transactions(log.asApp()), () -> {}, 200);
        reads.close();
        assertThatThrownBy(() -> reads.append(row())).isInstanceOf(JournalUnavailableException.class);
    }

    private static SealedRow row() {
        return LogFixture.row(EventTypes.VIEWED, LogFixture.subjects(1).getFirst());
    }

    private long pending(String where) throws Exception {
        try (Connection connection = log.asFollower().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from journal_pending " + where)) {
            row.next();
            return row.getLong(1);
        }
    }
}
