package org.aletheia.custody.cosigning;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aletheia.custody.store.CosignedStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.platform.time.Moments;
import org.aletheia.platform.time.Ticker;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.CosignDecision;
import org.aletheia.transparency.CosignDecision.Contradiction;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.CosignRules;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.jboss.logging.Logger;

/** Cosigns the checkpoints of partners' logs, each only if it extends the one before. Any number may run on one database. */
@ApplicationScoped
public class CosigningService {
    private static final Logger LOG = Logger.getLogger(CosigningService.class);
    private static final int ATTEMPTS = 5;

    private final List<Partner> partners;
    private final CosignRules rules;
    private final Transactions database;
    private final SoundDatabase sound;
    private final CosigningMemory memory;
    private final FoundContradictions found;
    private final Signers signers;
    private final Clock clock;

    CosigningService(
            CosigningConfig config,
            LogNameConfig log,
            Signers signers,
            DataSource database,
            SoundDatabase sound,
            ObjectStores objectStores,
            Clock clock) {
        this.partners = Partner.all(config);
        this.rules = new CosignRules(partners.stream().collect(Collectors.toMap(Partner::origin, Partner::keys)));
        this.database = new Transactions(database);
        this.sound = sound;
        this.memory = new CosigningMemory(objectStores.of(Bucket.LOG), this::verifierKeys);
        this.found = new FoundContradictions(this.database, clock, Ticker.ofMachine());
        this.signers = signers;
        this.clock = clock;
        if (partners.stream().anyMatch(partner -> partner.origin().equals(log.origin()))) {
            throw new IllegalStateException("aletheia.witness.partners: a log does not cosign itself: take it out");
        }
    }

    /** Settings that cannot be used stop the start, with what to do about it. */
    void start(@Observes StartupEvent event) {
        if (!partners.isEmpty()) {
            LOG.infof("cosigning %d logs", partners.size());
        }
    }

    /** The keys that cosign; empty where no log is cosigned here. */
    public List<NoteVerifierKey> verifierKeys() {
        return partners.isEmpty() ? List.of() : signer().verifierKeys();
    }

    /**
     * Decides and, where the checkpoint extends what was cosigned last, cosigns it. What was cosigned last is the later one of
     * those that the database and the log bucket remember: so it holds also where the database was set back.
     *
     * <p>Durable effects, in this order:
     *
     * <ol>
     *   <li>The cosignature is made, in memory.
     *   <li>Checkpoint and cosignature are kept, by compare-and-swap on the checkpoint that the database had. A crash before
     *       it leaves nothing; a crash after it leaves a cosignature that nobody has seen, and the log gets another when it
     *       asks again. Where another request was faster, this one is decided anew.
     *   <li>They are put into the log bucket. A crash after it leaves the same.
     *   <li>The cosignature leaves.
     * </ol>
     *
     * <p>A contradiction is durable before it is answered.
     *
     * @throws CosigningSuspendedException where the database may have been set back: nothing was changed
     * @throws org.aletheia.platform.signing.SignerUnavailableException nothing was changed
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException nothing has left; the checkpoint may have been kept
     * @throws org.aletheia.platform.persistence.DatabaseFailure nothing has left; the checkpoint may have been kept
     */
    public CosignAnswer add(CosignRequest request) {
        if (!sound.isSound()) {
            throw new CosigningSuspendedException("the database was not yet found to be the one that it was");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AtomicReference<Optional<SignedNote>> inDatabase = new AtomicReference<>(Optional.empty());
            CosignDecision decision = rules.decide(request, origin -> {
                inDatabase.set(last(origin));
                return memory.last(origin, inDatabase.get());
            });
            contradiction(decision).ifPresent(found::keep);
            if (!(decision instanceof CosignDecision.Extends extended)) {
                return new CosignAnswer(decision, List.of());
            }
            List<NoteSignature> cosignatures =
                    signer().sign(extended.note().text()).signatures();
            SignedNote cosigned = extended.note().with(cosignatures);
            if (keep(inDatabase.get(), cosigned)) {
                remember(Checkpoint.parse(cosigned.text()).origin());
                return new CosignAnswer(decision, cosignatures);
            }
        }
        throw new IllegalStateException("what was cosigned last kept changing");
    }

    /**
     * The checkpoint of a partner's log that was cosigned last, by the SHA-256 of its origin in lower-case hex.
     *
     * @throws CosigningSuspendedException where it is not known
     */
    public Optional<SignedNote> lastOf(String originDigest) {
        return partners.stream()
                .map(Partner::origin)
                .filter(origin -> CosigningMemory.digest(origin).equals(originDigest))
                .findFirst()
                .flatMap(origin -> memory.last(origin, last(origin)));
    }

    private Optional<SignedNote> last(String origin) {
        return database.onConnection(connection -> CosignedStore.last(connection, origin))
                .map(SignedNote::parse);
    }

    private boolean keep(Optional<SignedNote> last, SignedNote cosigned) {
        return database.commit(connection -> CosignedStore.keep(
                connection,
                last.map(note -> Checkpoint.parse(note.text()).head()),
                Checkpoint.parse(cosigned.text()),
                cosigned.format(),
                Moments.now(clock)));
    }

    /** Puts what the database has into the bucket: whoever does so last puts the last one, however slow the others are. */
    private void remember(String origin) {
        Optional<SignedNote> put = Optional.empty();
        for (Optional<SignedNote> now = last(origin); !now.equals(put); now = last(origin)) {
            now.ifPresent(note -> memory.keep(origin, note));
            put = now;
        }
    }

    private static Optional<Contradiction> contradiction(CosignDecision decision) {
        return switch (decision) {
            case CosignDecision.Extends extended -> Optional.empty();
            case CosignDecision.Stale stale -> stale.contradiction();
            case CosignDecision.Refused refused -> refused.contradiction();
        };
    }

    private Signer signer() {
        return signers.of(SigningPurpose.COSIGNING);
    }
}
