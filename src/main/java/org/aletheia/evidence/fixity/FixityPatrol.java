package org.aletheia.evidence.fixity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.log.Worker;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.http.SafeTrace;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads, one after the other and no faster than it may, the bytes of every item within the period, and puts back what it can.
 * Any number of replicas share the work.
 */
@ApplicationScoped
public class FixityPatrol {
    private static final Logger LOG = Logger.getLogger(FixityPatrol.class);

    /** One that outlives a replica delays its item by as much. */
    private static final Duration CLAIM = Duration.ofHours(2);

    private static final Set<DigestAlgorithm> PLANNED = EnumSet.of(DigestAlgorithm.SHA_256);
    private static final Set<DigestAlgorithm> ALL = EnumSet.allOf(DigestAlgorithm.class);

    private final FixityPlan plan;
    private final FixityEvents events;
    private final ObjectStores stores;
    private final UnitKeys keys;
    private final FixityConfig config;
    private final Clock clock;
    private final boolean enabled;
    private volatile @Nullable Running running;

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
            FixityReading reading = new FixityReading(store, keys, audit);
            FixityRepair repair = new FixityRepair(store, stores.evidenceCopies());
            running = new Running(audit, new Worker("fixity", () -> step(reading, repair), config.poll()));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        Running now = running;
        if (now != null) {
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

    /**
     * Reads the bytes of one item.
     *
     * <p>Durable effects, in this order: the claim; the event of what was found, together with its note and the end of the
     * claim; where the bytes were damaged and a copy is right, the replaced object; the event that tells of it; the event of
     * another check. A crash after any of them leaves true events, and an item whose next check comes the sooner: a damaged
     * one is due again after {@link FixityConfig#retry()}, and one that was put back is then found intact.
     *
     * @return whether there may be more to do at once
     */
    private boolean step(FixityReading reading, FixityRepair repair) {
        Instant now = clock.instant();
        Instant sound = now.minus(config.period().multipliedBy(9).dividedBy(10));
        Optional<FixityPlan.Claim> due = plan.claim(now, now.plus(CLAIM), sound, now.minus(config.retry()));
        due.ifPresent(claim -> check(claim, reading, repair));
        return due.isPresent();
    }

    private void check(FixityPlan.Claim claim, FixityReading reading, FixityRepair repair) {
        Optional<FixityResult> found = reading.of(claim.content(), claim.sha512() ? ALL : PLANNED);
        if (found.isEmpty()) {
            events.passed(claim);
            return;
        }
        tell(claim, claim.trigger(), found.get());
        if (found.get().outcome() == FixityOutcome.FAIL && repaired(claim, repair)) {
            events.repaired(claim.item());
            reading.of(claim.content(), PLANNED).ifPresent(again -> tell(claim, FixityTrigger.REPAIRED, again));
        }
    }

    private void tell(FixityPlan.Claim claim, FixityTrigger trigger, FixityResult result) {
        events.checked(claim, trigger, result);
        switch (result.outcome()) {
            case SUCCESS -> LOG.debugf("the bytes of item %s are those that were received", claim.item());
            case FAIL ->
                LOG.errorf("the bytes of item %s are not those that were received: %s", claim.item(), result.finding());
            case WARNING -> LOG.errorf("the store does not give the bytes of item %s", claim.item());
        }
    }

    /** A repair that fails must not keep other items from being read: the next check of this one tries it again. */
    private static boolean repaired(FixityPlan.Claim claim, FixityRepair repair) {
        try {
            boolean done = repair.repair(claim.content());
            if (done) {
                LOG.infof("the bytes of item %s were put back from the second bucket", claim.item());
            }
            return done;
        } catch (StorageUnavailableException e) {
            LOG.errorf("the bytes of item %s could not be put back: %s", claim.item(), SafeTrace.of(e));
            return false;
        }
    }
}
