package org.aletheia.testimony.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.TwoPersons;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/**
 * The only way out of the vault: one member asks with a purpose and a reason, another member of the organisation that
 * owns the record approves, and the first may look for fifteen minutes. Each step is in the log before it takes effect.
 */
@ApplicationScoped
public class Reveals {
    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final Vault vault;
    private final RevealRegister register;
    private final PersonKeys keys;
    private final Journal journal;
    private final TwoPersons two;
    private final Clock clock;

    Reveals(
            AccessGuard guard,
            RecordDirectory directory,
            Vault vault,
            RevealRegister register,
            PersonKeys keys,
            Journal journal,
            TwoPersons two,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.vault = vault;
        this.register = register;
        this.keys = keys;
        this.journal = journal;
        this.two = two;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @param purpose code of {@code reveal-purpose}
     * @throws ProblemException {@code not-found}; {@code state-refused} where the vault holds nothing; {@code identity-erased}
     */
    public Reveal request(VaultSubject subject, String purpose, String reason) {
        ProtectedRecord record = directory.require(AccessIntent.READ_IDENTITY, subject.kind(), subject.id());
        Principal caller = guard.principal();
        UUID id = Ids.random();
        byte[] sealed = IdentitySeal.sealReason(keys.open(held(subject)), id, reason);
        Reveal asked = new Reveal(
                id,
                subject,
                record.ownerOrg(),
                caller.member(),
                caller.organisation(),
                purpose,
                sealed,
                Moments.now(clock),
                null,
                null);
        QuarkusTransaction.requiringNew().run(() -> {
            register.insert(asked);
            tell(EventTypes.REVEAL_REQUESTED, asked);
        });
        return asked;
    }

    /**
     * Approves, as another member of the organisation that owns the record.
     *
     * @throws ProblemException {@code not-found}; {@code second-person-required} and {@code
     *     strong-authentication-required} as of {@link TwoPersons}; {@code state-refused} where it was approved before or has
     *     expired
     */
    public Reveal approve(UUID id) {
        Reveal asked = get(id);
        Principal caller = guard.principal();
        if (!caller.organisation().equals(asked.ownerOrg())) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        Instant now = Moments.now(clock);
        two.requireOther(asked.requester());
        require(asked, RevealState.REQUESTED, now);
        two.require(asked.requester());
        Instant until = now.plus(Reveal.LIFE);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!register.approve(id, caller.member(), until)) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            tell(EventTypes.REVEAL_APPROVED, asked);
        });
        return asked.approvedBy(caller.member(), until);
    }

    /**
     * Shows the identity to whoever asked, while the approval holds. The event is durable before the vault is opened.
     *
     * @throws ProblemException {@code not-found}, also for everybody else; {@code state-refused} without a living
     *     approval; {@code identity-erased}
     */
    public Revealed reveal(UUID id) {
        Reveal asked = get(id);
        if (!guard.principal().member().equals(asked.requester())) {
            throw guard.absent(RecordKind.IDENTITY_REVEAL, id);
        }
        require(asked, RevealState.APPROVED, clock.instant());
        QuarkusTransaction.requiringNew().run(() -> tell(EventTypes.IDENTITY_REVEALED, asked));
        SealedIdentity held = held(asked.subject());
        return new Revealed(
                IdentitySeal.open(keys.open(held), held), new Watermark(id, asked.requester(), Moments.now(clock)));
    }

    /**
     * The request as it stands, for those who may ask or approve.
     *
     * @throws ProblemException {@code not-found}
     */
    public Reveal get(UUID id) {
        Reveal found = register.find(id).orElseThrow(() -> guard.absent(RecordKind.IDENTITY_REVEAL, id));
        VaultSubject subject = found.subject();
        directory.require(AccessIntent.READ_IDENTITY, subject.kind(), subject.id());
        return found;
    }

    /** The reason in words, for those to whom {@link #get} gave the request; empty once the identity was erased. */
    public Optional<String> reason(Reveal reveal) {
        return keys.living(held(reveal.subject()))
                .map(key -> IdentitySeal.openReason(key, reveal.id(), reveal.reason()));
    }

    private SealedIdentity held(VaultSubject subject) {
        return vault.latest(subject).orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
    }

    private static void require(Reveal reveal, RevealState state, Instant now) {
        if (reveal.stateAt(now) != state) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }

    private void tell(EventType type, Reveal reveal) {
        VaultSubject subject = reveal.subject();
        journal.append(guard.event(type, subject.kind(), subject.id())
                .reason(reveal.purpose())
                .detail("reveal", reveal.id().toString())
                .build());
    }
}
