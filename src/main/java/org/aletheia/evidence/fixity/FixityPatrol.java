package org.aletheia.evidence.fixity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.log.Worker;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Has the bytes of every item read within the period, one item after the other and no faster than it may. Any number of
 * replicas share the work. Those that were asked for and those whose time has come take turns, so that nobody keeps the
 * plan from going on by asking.
 */
@ApplicationScoped
class FixityPatrol {
    private final FixityPlan plan;
    private final FixityEvents events;
    private final ObjectStores stores;
    private final UnitKeys keys;
    private final FixityConfig config;
    private final Clock clock;
    private final boolean enabled;
    private volatile @Nullable Running running;
    private volatile boolean stopping;
    /** Of the one thread that works, as what follows. */
    private boolean requestsFirst;

    private final Set<UUID> failedOnce = new HashSet<>();
    /** When an item was claimed, until it is known which. */
    private @Nullable Instant asked;

    private record Running(ContentAudit audit, Worker worker) {}

    FixityPatrol(
            FixityPlan plan,
            FixityEvents events,
            ObjectStores stores,
            UnitKeys keys,
            FixityConfig config,
            Clock clock,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.plan = plan;
        this.events = events;
        this.stores = stores;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            ObjectStore store = stores.of(Bucket.EVIDENCE);
            ContentAudit audit = new ContentAudit(store, config.rate().asLongValue());
            FixityCheck check = new FixityCheck(
                    new FixityReading(store, keys::open, audit),
                    new FixityRepair(store, stores.evidenceCopies(), audit),
                    events,
                    () -> stopping);
            running = new Running(audit, new Worker("fixity", () -> step(check), config.poll()));
        }
    }

    /** Cuts the read under way off, which else could take hours; its item is claimed anew by whoever comes first. */
    void stop(@Observes ShutdownEvent stopped) {
        Running now = running;
        if (now != null) {
            stopping = true;
            now.audit().close();
            now.worker().close();
        }
    }

    /** Says that there may be something to do. */
    void wake() {
        Running now = running;
        if (now != null) {
            now.worker().wake();
        }
    }

    /** Whether the last step failed; it is tried again. */
    boolean failing() {
        Running now = running;
        return now != null && now.worker().failure() != null;
    }

    /**
     * Claims an item and checks it. A claim of which the answer was lost is given back by the next step.
     *
     * @return whether there may be more to do at once
     */
    private boolean step(FixityCheck check) {
        Instant lost = asked;
        if (lost != null) {
            plan.release(lost);
        }
        requestsFirst = !requestsFirst;
        FixityPlan.Due due = due();
        asked = due.now();
        Optional<FixityPlan.Claim> claim = plan.claim(due, requestsFirst);
        asked = null;
        claim.ifPresent(item -> run(check, item));
        return claim.isPresent() && !stopping;
    }

    /**
     * A claim is given back where the check did not come about because the store is away or the server stops, and after any
     * other failure once; after the second one it stays, so that this item cannot hold up those behind it.
     */
    private void run(FixityCheck check, FixityPlan.Claim claim) {
        try {
            check.run(claim);
            failedOnce.remove(claim.id());
        } catch (RuntimeException e) {
            if (stopping || e instanceof StorageUnavailableException || isFirst(claim.id())) {
                plan.release(claim);
            }
            if (!stopping) {
                throw e;
            }
        }
    }

    private boolean isFirst(UUID failed) {
        boolean first = failedOnce.add(failed);
        if (!first) {
            failedOnce.remove(failed);
        }
        return first;
    }

    private FixityPlan.Due due() {
        Instant now = clock.instant();
        Instant sound = now.minus(config.period().multipliedBy(9).dividedBy(10));
        return new FixityPlan.Due(now, sound, now.minus(config.retry()));
    }
}
