package org.aletheia.testimony.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.HpkeKeys;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The only way out of the vault: one member asks with a purpose and a reason, another member of the organisation that
 * owns the record approves, and the first may look for fifteen minutes. Each step is in the log before it takes effect. What
 * custodians guard needs shares of as many of them as their scheme says, before the approval.
 */
@ApplicationScoped
public class Reveals {
    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final Vault vault;
    private final RevealRegister register;
    private final PersonKeys keys;
    private final RevealCustodians custodians;
    private final Journal journal;
    private final TwoPersons two;
    private final Clock clock;

    Reveals(
            AccessGuard guard,
            RecordDirectory directory,
            Vault vault,
            RevealRegister register,
            PersonKeys keys,
            RevealCustodians custodians,
            Journal journal,
            TwoPersons two,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.vault = vault;
        this.register = register;
        this.keys = keys;
        this.custodians = custodians;
        this.journal = journal;
        this.two = two;
        this.clock = clock;
    }

    /**
     * What was asked.
     *
     * @param key where custodians guard the identity, the private key to which they seal their shares for this request: for whoever
     *     asked, now; kept nowhere
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    public record Asked(Reveal reveal, byte @Nullable [] key) {
        /** Says nothing of the key. */
        @Override
        public String toString() {
            return "Asked[" + reveal.id() + "]";
        }
    }

    /**
     * Asks.
     *
     * @param purpose code of {@code reveal-purpose}
     * @throws ProblemException {@code not-found}; {@code state-refused} where the vault holds nothing; {@code identity-erased}
     */
    public Asked request(VaultSubject subject, String purpose, String reason) {
        ProtectedRecord record = directory.require(AccessIntent.READ_IDENTITY, subject.kind(), subject.id());
        Principal caller = guard.principal();
        UUID id = Ids.random();
        SealedIdentity held = held(subject);
        byte[] sealed = IdentitySeal.sealReason(keys.open(held), id, reason);
        HpkeKeys pair = held.split() == null ? null : Hpke.generate();
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
                null,
                guarded(held.split(), pair));
        QuarkusTransaction.requiringNew().run(() -> {
            register.insert(asked);
            tell(EventTypes.REVEAL_REQUESTED, asked);
        });
        return new Asked(asked, pair == null ? null : pair.privateKey());
    }

    private static Reveal.@Nullable Guarded guarded(SealedIdentity.@Nullable Split split, @Nullable HpkeKeys pair) {
        return split == null || pair == null ? null : new Reveal.Guarded(split.scheme(), split.id(), pair.publicKey());
    }

    /**
     * Approves, as another member of the organisation that owns the record.
     *
     * @throws ProblemException {@code not-found}; {@code second-person-required} and {@code
     *     strong-authentication-required} as of {@link TwoPersons}; {@code state-refused} where it was approved before or has
     *     expired; {@code custodians-required} where too few of them gave their shares
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
        custodians.requireGiven(asked);
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
     * @param key where custodians guard it, what {@link #request} gave; else null
     * @throws ProblemException {@code not-found}, also for everybody else; {@code state-refused} without a living
     *     approval, or where another identity was stored since it was asked and custodians guard one of them; {@code
     *     identity-erased}; those of {@link RevealCustodians#open}
     */
    public Revealed reveal(UUID id, byte @Nullable [] key) {
        Reveal asked = get(id);
        if (!guard.principal().member().equals(asked.requester())) {
            throw guard.absent(RecordKind.IDENTITY_REVEAL, id);
        }
        require(asked, RevealState.APPROVED, clock.instant());
        SealedIdentity held = held(asked.subject());
        Reveal.Guarded guarded = asked.guarded();
        SealedIdentity.Split split = held.split();
        if (!Objects.equals(split == null ? null : split.id(), guarded == null ? null : guarded.split())) {
            throw new ProblemException(ProblemType.STATE_REFUSED, Map.of("state", "stored-anew"));
        }
        List<Share> shares = guarded == null ? List.of() : custodians.open(asked, guarded, key);
        QuarkusTransaction.requiringNew().run(() -> tell(EventTypes.IDENTITY_REVEALED, asked));
        UnitKey person = keys.open(held);
        Identity identity =
                split == null ? IdentitySeal.open(person, held) : SplitSeal.open(person, held, split, shares);
        return new Revealed(identity, new Watermark(id, asked.requester(), Moments.now(clock)));
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
