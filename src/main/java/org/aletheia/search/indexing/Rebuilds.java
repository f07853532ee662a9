package org.aletheia.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
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

    /** Has a rebuild of this replica end at its next batch, and none begin. */
    void stop() {
        stopping = true;
    }

    private void run(UUID id) {
        boolean done = false;
        try {
            rebuild.run(indexed -> !stopping && rows.advance(id, indexed));
            done = true;
            LOG.info("search indexes rebuilt");
        } catch (RuntimeException e) {
            LOG.warnf("search indexes not rebuilt: %s", e.getMessage());
        } finally {
            rows.end(id, done);
        }
    }
}
