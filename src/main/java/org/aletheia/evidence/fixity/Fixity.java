package org.aletheia.evidence.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.EvidenceItem;

/** What callers may know and ask about the fixity of an item; whether they may see the item was decided before. */
@ApplicationScoped
public class Fixity {
    private final FixityRecord record;
    private final FixityPatrol patrol;
    private final AccessGuard guard;
    private final Journal journal;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    Fixity(
            FixityRecord record,
            FixityPatrol patrol,
            AccessGuard guard,
            Journal journal,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.record = record;
        this.patrol = patrol;
        this.guard = guard;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the item stands. */
    public FixityState of(EvidenceItem item) {
        return record.find(item.id())
                .orElseGet(() -> new FixityState(item.id(), item.receivedAt(), null, null, null, null));
    }

    /**
     * Asks for a check soon; the request is an event. One that waits already is left as it is, and is no event, unless
     * this one asks for SHA-512 and that one did not.
     */
    @Transactional
    public FixityState request(EvidenceItem item, boolean sha512) {
        if (record.request(item.id(), item.receivedAt(), clock.instant(), sha512)) {
            journal.append(guard.event(EventTypes.FIXITY_REQUESTED, RecordKind.ITEM, item.id())
                    .detail("digests", sha512 ? List.of("sha-256", "sha-512") : List.of("sha-256"))
                    .build());
            transactions.registerInterposedSynchronization(new WakeAfterCommit());
        }
        return of(item);
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing is to be done before the request is durable.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                patrol.wake();
            }
        }
    }
}
