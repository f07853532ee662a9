package org.aletheia.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.aletheia.search.RebuildProgress;
import org.aletheia.search.store.RebuildRows;
import org.jboss.logging.Logger;

/** Starts rebuilds, one at a time among all replicas, and tells how far they are. */
@ApplicationScoped
public class Rebuilds {
    private static final Logger LOG = Logger.getLogger(Rebuilds.class);

    private final RebuildRows rows;
    private final Rebuild rebuild;
    private volatile boolean stopping;

    Rebuilds(RebuildRows rows, Rebuild rebuild) {
        this.rows = rows;
        this.rebuild = rebuild;
    }

    /**
     * Starts one in the background unless one is under way.
     *
     * @return whether it started one
     */
    public boolean start(String reason) {
        Optional<UUID> id = rows.begin(reason);
        id.ifPresent(begun -> Thread.ofVirtual().name("search-rebuild").start(() -> run(begun)));
        return id.isPresent();
    }

    /** The one that began last. */
    public Optional<RebuildProgress> latest() {
        return rows.latest();
    }

    /** Has a rebuild of this replica end at its next record, and none begin. */
    void stop() {
        stopping = true;
    }

    private void run(UUID id) {
        boolean done = false;
        try {
            rows.advance(id, rebuild.run(new Heartbeat(id)));
            done = true;
            LOG.info("search indexes rebuilt");
        } catch (RuntimeException e) {
            LOG.warnf("search indexes not rebuilt: %s", e.getMessage());
        } finally {
            rows.end(id, done);
        }
    }

    /** Tells how far it is once a second, however long a page takes. */
    private final class Heartbeat implements LongPredicate {
        private static final long PAUSE_NS = 1_000_000_000;

        private final UUID id;
        private long last = System.nanoTime();

        Heartbeat(UUID id) {
            this.id = id;
        }

        @Override
        public synchronized boolean test(long indexed) {
            if (System.nanoTime() - last < PAUSE_NS) {
                return !stopping;
            }
            last = System.nanoTime();
            return !stopping && rows.advance(id, indexed);
        }
    }
}
