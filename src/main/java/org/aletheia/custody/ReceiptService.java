package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.custody.log.LogStanding;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningPurpose;
import org.jboss.logging.Logger;

/** Signs promises and adds the proofs of the published log. */
@ApplicationScoped
class ReceiptService implements Receipts {
    private static final Logger LOG = Logger.getLogger(ReceiptService.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Signer signer;
    private final String origin;
    private final ReceiptsConfig config;
    private final Proofs proofs;
    private final LogRunner log;

    ReceiptService(Signers signers, LogNameConfig name, ReceiptsConfig config, Proofs proofs, LogRunner log) {
        this.signer = signers.of(SigningPurpose.PROMISE);
        this.origin = name.origin();
        this.config = config;
        this.proofs = proofs;
        this.log = log;
    }

    @Override
    public Receipt promised(DisclosedEvent event, Instant time) {
        return pending(event, time);
    }

    @Override
    public Receipt of(UUID eventId, DisclosedEvent event, Instant time, Duration wait) {
        Optional<Proofs.Timestamped> timestamped = proofs.timestamped(eventId);
        if (timestamped.isPresent()) {
            return new Receipt(
                    event,
                    promise(event.entry(), time),
                    Optional.of(timestamped.get().tlogProof()),
                    timestamped.get().timestamps());
        }
        Optional<String> proof = proof(eventId, wait);
        return proof.isEmpty() ? pending(event, time) : new Receipt(event, promise(event.entry(), time), proof);
    }

    /** Of an event that waits: with a promise, or with the reason why there can be none. */
    private Receipt pending(DisclosedEvent event, Instant time) {
        boolean recovery = log.standing() == LogStanding.CONTRADICTING;
        return new Receipt(
                event, recovery ? Optional.empty() : promise(event.entry(), time), Optional.empty(), recovery);
    }

    /**
     * What was received stays received where its promise cannot be signed; and nothing is signed while the database may be one
     * that was set back.
     */
    private Optional<String> promise(Digest entry, Instant time) {
        if (!log.isSound()) {
            return Optional.empty();
        }
        Promise promise = new Promise(origin, entry, time.plus(config.integratedWithin()));
        try {
            return Optional.of(signer.sign(promise.text()).format());
        } catch (SignerUnavailableException e) {
            LOG.warnf("a receipt goes out without its promise: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> proof(UUID eventId, Duration wait) {
        Duration longest = wait.compareTo(config.longestWait()) < 0 ? wait : config.longestWait();
        long end = System.nanoTime() + longest.toNanos();
        Optional<String> proof = proofs.tlogProof(eventId);
        while (proof.isEmpty() && System.nanoTime() < end && paused()) {
            proof = proofs.tlogProof(eventId);
        }
        return proof;
    }

    /** Another replica may be the one that publishes, so there is nothing here to be woken by. */
    private static boolean paused() {
        try {
            Thread.sleep(LOOK_EVERY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
