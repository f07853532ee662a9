package org.aletheia.evidence.fixity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.http.SafeTrace;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.jboss.logging.Logger;

/** The check of one item: its bytes are read, what is found is told, and what is damaged is put back where it can be. */
final class FixityCheck {
    private static final Logger LOG = Logger.getLogger(FixityCheck.class);
    private static final Set<DigestAlgorithm> PLANNED = EnumSet.of(DigestAlgorithm.SHA_256);
    private static final Set<DigestAlgorithm> ALL = EnumSet.allOf(DigestAlgorithm.class);

    private final FixityReading reading;
    private final FixityRepair repair;
    private final FixityEvents events;
    private final BooleanSupplier stopping;

    /** @param stopping whether reads are being cut off, so that one that fails shows nothing */
    FixityCheck(FixityReading reading, FixityRepair repair, FixityEvents events, BooleanSupplier stopping) {
        this.reading = reading;
        this.repair = repair;
        this.events = events;
        this.stopping = stopping;
    }

    /**
     * Checks the item of a claim.
     *
     * <p>Durable effects, in this order: the event of what was found, together with its note and the end of the claim; where
     * the bytes were damaged and a copy is right, the replaced object; the event that tells of it; the event of another
     * check. A crash after any of them leaves true events, and an item whose next check comes the sooner: a damaged one is
     * due again after {@link FixityConfig#retry()}, and one that was put back is then found intact.
     *
     * @throws StorageUnavailableException where the store as a whole is away: nothing was found and nothing told
     * @throws CancellationException where the server stops meanwhile: likewise
     */
    void run(FixityPlan.Claim claim) {
        Optional<FixityResult> found = reading.of(claim.content(), claim.sha512() ? ALL : PLANNED);
        if (found.isEmpty()) {
            events.passed(claim);
            return;
        }
        tell(claim, claim.trigger(), found.get());
        if (found.get().outcome() == FixityOutcome.FAIL && repaired(claim)) {
            events.repaired(claim);
            reading.of(claim.content(), PLANNED).ifPresent(again -> tell(claim, FixityTrigger.REPAIRED, again));
        }
    }

    private void tell(FixityPlan.Claim claim, FixityTrigger trigger, FixityResult result) {
        if (result.outcome() != FixityOutcome.SUCCESS && stopping.getAsBoolean()) {
            throw new CancellationException("the server stops");
        }
        events.checked(claim, trigger, result);
        switch (result.outcome()) {
            case SUCCESS -> LOG.debugf("the bytes of %s are those that were received", claim.name());
            case FAIL ->
                LOG.errorf("the bytes of %s are not those that were received: %s", claim.name(), result.finding());
            case WARNING -> LOG.errorf("the bytes of %s cannot be read: %s", claim.name(), result.finding());
        }
    }

    /** A repair that fails must not keep other items from being read: the next check of this one tries it again. */
    private boolean repaired(FixityPlan.Claim claim) {
        try {
            boolean done = repair.repair(claim.content());
            if (done) {
                LOG.infof("the bytes of %s were put back from the second bucket", claim.name());
            }
            return done;
        } catch (StorageUnavailableException e) {
            LOG.errorf("the bytes of %s could not be put back: %s", claim.name(), SafeTrace.of(e));
            return false;
        }
    }
}
