package org.aletheia.custody.cosigning;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aletheia.custody.store.ContradictionStore;
import org.aletheia.custody.store.CosignedStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.platform.time.Moments;
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
    private final Signers signers;
    private final Clock clock;

    CosigningService(CosigningConfig config, LogNameConfig log, Signers signers, DataSource database, Clock clock) {
        this.partners = Partner.all(config);
        this.rules = new CosignRules(partners.stream().collect(Collectors.toMap(Partner::origin, Partner::keys)));
        this.database = new Transactions(database);
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
     * Decides and, where the checkpoint extends what was cosigned last, cosigns it.
     *
     * <p>Durable effects, in this order:
     *
     * <ol>
     *   <li>The cosignature is made, in memory.
     *   <li>Checkpoint and cosignature are kept, by compare-and-swap on the checkpoint that was cosigned last. A crash before
     *       it leaves nothing; a crash after it leaves a cosignature that nobody has seen, and the log gets another when it
     *       asks again. Where another request was faster, this one is decided anew.
     *   <li>The cosignature leaves.
     * </ol>
     *
     * <p>A contradiction is durable before it is answered.
     *
     * @throws org.aletheia.platform.signing.SignerUnavailableException nothing was changed
     * @throws org.aletheia.platform.persistence.DatabaseFailure nothing has left; the checkpoint may have been kept
     */
    public CosignAnswer add(CosignRequest request) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CosignDecision decision = rules.decide(request, this::last);
            contradiction(decision).ifPresent(this::keep);
            if (!(decision instanceof CosignDecision.Extends extended)) {
                return new CosignAnswer(decision, List.of());
            }
            List<NoteSignature> cosignatures =
                    signer().sign(extended.note().text()).signatures();
            if (keep(extended, cosignatures)) {
                return new CosignAnswer(decision, cosignatures);
            }
        }
        throw new IllegalStateException("what was cosigned last kept changing");
    }

    /** The checkpoint of a partner's log that was cosigned last, by the SHA-256 of its origin in lower-case hex. */
    public Optional<SignedNote> lastOf(String originDigest) {
        return partners.stream()
                .map(Partner::origin)
                .filter(origin -> digest(origin).equals(originDigest))
                .findFirst()
                .flatMap(this::last);
    }

    private static String digest(String origin) {
        return Digest.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Optional<SignedNote> last(String origin) {
        return database.onConnection(connection -> CosignedStore.last(connection, origin))
                .map(SignedNote::parse);
    }

    private boolean keep(CosignDecision.Extends extended, List<NoteSignature> cosignatures) {
        Checkpoint checkpoint = Checkpoint.parse(extended.note().text());
        String note = extended.note().with(cosignatures).format();
        return database.commit(connection -> CosignedStore.keep(
                connection,
                extended.last().map(last -> Checkpoint.parse(last.text()).head()),
                checkpoint,
                note,
                Moments.now(clock)));
    }

    private static Optional<Contradiction> contradiction(CosignDecision decision) {
        return switch (decision) {
            case CosignDecision.Extends extended -> Optional.empty();
            case CosignDecision.Stale stale -> stale.contradiction();
            case CosignDecision.Refused refused -> refused.contradiction();
        };
    }

    private void keep(Contradiction found) {
        if (!database.commit(connection -> ContradictionStore.add(connection, found, Moments.now(clock)))) {
            return; // told before
        }
        Checkpoint last = Checkpoint.parse(found.last().text());
        Checkpoint offered = found.offered().checkpoint();
        String what = "size " + last.size() + " root " + last.root() + " and size " + offered.size() + " root "
                + offered.root() + ", both kept in witness_contradiction";
        switch (found.kind()) {
            case SPLIT_VIEW -> LOG.errorf("log %s has signed two histories: %s", offered.origin(), what);
            case UNPROVEN -> LOG.warnf("a proof from log %s or in its name leads nowhere: %s", offered.origin(), what);
        }
    }

    private Signer signer() {
        return signers.of(SigningPurpose.COSIGNING);
    }
}
