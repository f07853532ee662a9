package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.Transactions;
import org.jspecify.annotations.Nullable;

/** The last checkpoint that the bucket is known to hold; nothing newer may be handed out. Asks the database rarely. */
@ApplicationScoped
public class PublishedLog {
    private static final long FRESH_NANOS = 100_000_000;

    private final Transactions database;
    private final AtomicLong publications = new AtomicLong();
    private volatile @Nullable Seen seen;

    /** @param publications of this replica before it was read: after another one it may be too old */
    private record Seen(long nanos, long publications, Optional<Published> published) {}

    PublishedLog(javax.sql.DataSource database, LogRunner log) {
        this.database = new Transactions(database);
        log.onPublished(publications::incrementAndGet);
    }

    /**
     * A published tree.
     *
     * @param size number of events
     * @param note signed checkpoint
     */
    public record Published(long size, String note) {}

    /** At most a tenth of a second old, and not older than what this replica has published; empty before the first publication. */
    public Optional<Published> last() {
        Seen known = seen;
        if (known == null
                || System.nanoTime() - known.nanos() > FRESH_NANOS
                || known.publications() < publications.get()) {
            long before = publications.get();
            known = new Seen(System.nanoTime(), before, published(database.onConnection(HeadStore::read)));
            seen = known;
        }
        return known.published();
    }

    /** Whether the last published tree holds this index. */
    public boolean covers(long index) {
        return last().filter(published -> index < published.size()).isPresent();
    }

    private static Optional<Published> published(LogHead head) {
        return Optional.ofNullable(head.publishedCheckpoint()).map(note -> new Published(head.publishedSize(), note));
    }
}
