package org.aletheia.testimony.vault;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.PseudonymousRecords;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.vault.custodians.CustodianScheme;
import org.aletheia.testimony.vault.custodians.CustodianSchemes;

/** Takes identities into the vault. What is in comes out by a {@link Reveals reveal} only. */
@ApplicationScoped
public class Identities {
    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final PseudonymousRecords pseudonymous;
    private final Vault vault;
    private final PersonKeys persons;
    private final CustodianSchemes schemes;
    private final UnitKeys keys;
    private final Journal journal;
    private final List<IdentityWatch> watches;

    Identities(
            AccessGuard guard,
            RecordDirectory directory,
            PseudonymousRecords pseudonymous,
            Vault vault,
            PersonKeys persons,
            CustodianSchemes schemes,
            UnitKeys keys,
            Journal journal,
            @All List<IdentityWatch> watches) {
        this.guard = guard;
        this.directory = directory;
        this.pseudonymous = pseudonymous;
        this.vault = vault;
        this.persons = persons;
        this.schemes = schemes;
        this.keys = keys;
        this.journal = journal;
        this.watches = watches;
    }

    /**
     * Stores an identity, in the place of an earlier one.
     *
     * <p>Order of durable effects: 1. the sealed version in the vault, where nobody reads it yet, after the shares of what opens it where
     * custodians guard it; 2. in one transaction
     * the event and, the first time, the person's key; 3. the version becomes the one to be read, and earlier ones that open without the custodians who guard it are emptied; 4. what others make of it. A crash after 1 leaves
     * a version that is never read (and after the first time, cannot be: its key was not kept). A crash after 2 leaves
     * an event of a version that is not read, after 3 one of which nothing is made. In all cases the caller has no answer and repeats, which stores the next
     * version; what was read before is read still.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the record is not under a pseudonym;
     *     {@code conflict} where somebody else stores at the same time, or custodians begin or end; {@code identity-erased}: who was to be unknown stays
     *     so, and comes back under a pseudonym of their own
     */
    public void store(VaultSubject subject, Identity identity) {
        directory.require(AccessIntent.REVISE, subject.kind(), subject.id());
        if (!pseudonymous.holdsIdentity(subject.kind(), subject.id())) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        Optional<UnitKey> known = vault.latest(subject).map(persons::open);
        UnitKey key = known.orElseGet(() -> keys.create(KeyPurpose.PERSON, subject.id()));
        int version = vault.lastVersion(subject) + 1;
        Optional<CustodianScheme> scheme = schemes.standing();
        Optional<SplitSeal> split = scheme.map(standing -> SplitSeal.of(key, subject, version, identity, standing));
        SealedIdentity sealed = split.map(SplitSeal::sealed).orElseGet(() -> alone(key, subject, version, identity));
        split.ifPresent(made -> vault.putParts(made.id(), made.parts()));
        if (!vault.put(sealed)) {
            throw new ProblemException(ProblemType.CONFLICT, Map.of());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            requireStanding(scheme);
            tell(sealed, key, known.isEmpty());
        });
        vault.confirm(sealed);
        if (split.isEmpty()) {
            watches.forEach(watch -> watch.stored(subject, identity));
        } else {
            vault.forgetAlone(subject);
            watches.forEach(watch -> watch.guarded(subject));
        }
    }

    private static SealedIdentity alone(UnitKey key, VaultSubject subject, int version, Identity identity) {
        return new SealedIdentity(subject, version, key.id(), IdentitySeal.seal(key, subject, version, identity), null);
    }

    /** What comes in after a scheme began comes under it: nothing gets past a wrapping that is done. */
    private void requireStanding(Optional<CustodianScheme> scheme) {
        if (!schemes.standing().map(CustodianScheme::id).equals(scheme.map(CustodianScheme::id))) {
            throw new ProblemException(ProblemType.CONFLICT, Map.of());
        }
    }

    private void tell(SealedIdentity sealed, UnitKey key, boolean newKey) {
        if (newKey) {
            keys.persist(key);
        }
        VaultSubject subject = sealed.subject();
        journal.append(guard.event(EventTypes.IDENTITY_STORED, subject.kind(), subject.id())
                .revision(Digest.sha256(sealed.sealed()))
                .detail("version", sealed.version())
                .build());
    }
}
