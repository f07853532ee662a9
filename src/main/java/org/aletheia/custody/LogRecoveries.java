package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * The declarations that events of the log were lost, and that it succeeds a log of another name, for anyone: they name nobody and belong to no record, and whoever holds
 * a receipt of those days must be able to learn of it. Since anyone may ask, few of these questions are answered at once.
 */
@ApplicationScoped
public class LogRecoveries {
    private static final int AT_ONCE = 4;
    private static final int MOST = 100;

    private final ChainStore journal;
    private final Proofs proofs;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    LogRecoveries(DataSource database, Proofs proofs) {
        this.journal = new ChainStore(new Transactions(database));
        this.proofs = proofs;
    }

    /**
     * A receipt of each with its proof and no promise, the newest first, at most a hundred; those that the published log does
     * not hold yet are left out.
     *
     * @throws ProblemException {@code storage-unavailable} where too many ask
     */
    public List<Receipt> all() {
        if (!asking.tryAcquire()) {
            throw new ProblemException(ProblemType.STORAGE_UNAVAILABLE);
        }
        try {
            return journal.recoveries(MOST).stream()
                    .map(placed -> new JournalEntry(placed.index(), placed.row()))
                    .flatMap(entry -> receipt(entry).stream())
                    .toList();
        } finally {
            asking.release();
        }
    }

    private Optional<Receipt> receipt(JournalEntry entry) {
        DisclosedEvent event = entry.sealed().disclose(Set.of());
        return proofs.timestamped(entry.eventId())
                .map(found -> new Receipt(event, Optional.empty(), Optional.of(found.tlogProof()), found.timestamps()))
                .or(() -> proofs.tlogProof(entry.eventId())
                        .map(proof -> new Receipt(event, Optional.empty(), Optional.of(proof))));
    }
}
