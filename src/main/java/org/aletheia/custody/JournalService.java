package org.aletheia.custody;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** The journal of the application: changes join the request's transaction, reads are committed in groups. */
@ApplicationScoped
class JournalService implements Journal {
    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final LogRunner log;
    private final Sealer sealer;
    private final GroupCommit reads;

    JournalService(
            DataSource database,
            @io.quarkus.agroal.DataSource("follower") DataSource apart,
            TransactionSynchronizationRegistry transactions,
            LogRunner log,
            JournalConfig config,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.log = log;
        this.sealer = new Sealer(Ids.source(), clock);
        // Requests that hold a connection each and wait for their read must not keep it from being written.
        this.reads = new GroupCommit(
                new Transactions(apart), log::wake, config.readPatience().toMillis());
    }

    @Override
    public JournalRef append(EventDraft event) {
        return appendAll(List.of(event)).getFirst();
    }

    @Override
    public List<JournalRef> appendAll(List<EventDraft> events) {
        requireTransaction(transactions);
        if (events.isEmpty()) {
            return List.of();
        }
        List<Sealer.Sealed> sealed = sealer.sealAll(events);
        try (Connection connection = database.getConnection()) {
            PendingStore.insert(
                    connection, sealed.stream().map(Sealer.Sealed::row).toList());
        } catch (SQLException e) {
            throw new JournalUnavailableException("the event could not be journalled", e);
        }
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
        return sealed.stream().map(Sealer.Sealed::ref).toList();
    }

    @Override
    public void appendRead(EventDraft event) {
        reads.append(sealer.seal(event).row());
    }

    /** Why the last reads could not be journalled; null where they were. */
    @Nullable
    Throwable readsFailure() {
        return reads.failure();
    }

    /** Whether reads are taken in at all. */
    boolean takesReads() {
        return reads.alive();
    }

    static void requireTransaction(TransactionSynchronizationRegistry transactions) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("to be called inside an active transaction");
        }
    }

    @PreDestroy
    void close() {
        reads.close();
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // The event is already in the transaction.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                log.wake();
            }
        }
    }
}
