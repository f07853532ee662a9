package org.aletheia.testimony.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.TwoPersons;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The way out of the vault when there is no time for a second person: one member who might ask for a {@link Reveals reveal}
 * sees the identity at once, with a reason. It raises an alarm, and another member of the organisation that owns the record
 * has to say within a day whether it was right.
 */
@ApplicationScoped
public class UrgentReveals {
    private static final int BATCH = 100;

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final Vault vault;
    private final UrgentRevealRegister register;
    private final UnitKeys keys;
    private final Journal journal;
    private final TwoPersons two;
    private final IdPages pages;
    private final Clock clock;

    UrgentReveals(
            AccessGuard guard,
            RecordDirectory directory,
            Vault vault,
            UrgentRevealRegister register,
            UnitKeys keys,
            Journal journal,
            TwoPersons two,
            IdPages pages,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.vault = vault;
        this.register = register;
        this.keys = keys;
        this.journal = journal;
        this.two = two;
        this.pages = pages;
        this.clock = clock;
    }

    /** What is shown, once: another look is another reveal. */
    public record Shown(UrgentReveal reveal, Revealed shown) {}

    /**
     * Shows an identity. Row and event are durable before the vault is opened: a crash after that leaves a reveal that showed
     * nothing, to be reviewed like any other.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the vault holds nothing; {@code custodians-required}
     *     where custodians guard it: what one person could open at once, the operator could
     */
    public Shown reveal(VaultSubject subject, String reason) {
        ProtectedRecord record = directory.require(AccessIntent.READ_IDENTITY, subject.kind(), subject.id());
        Principal caller = guard.principal();
        SealedIdentity held = vault.latest(subject).orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
        if (held.split() != null) {
            throw new ProblemException(ProblemType.CUSTODIANS_REQUIRED);
        }
        UnitKey key = keys.open(held.unitKey());
        UUID id = Ids.random();
        UrgentReveal made = new UrgentReveal(
                id,
                subject,
                record.ownerOrg(),
                caller.member(),
                caller.organisation(),
                IdentitySeal.sealReason(key, id, reason),
                Moments.now(clock),
                null);
        QuarkusTransaction.requiringNew().run(() -> {
            register.insert(made);
            tell(event(GovernanceEventTypes.REVEALED_URGENTLY, made));
        });
        return new Shown(
                made,
                new Revealed(IdentitySeal.open(key, held), new Watermark(id, caller.member(), made.revealedAt())));
    }

    /**
     * Says, as another member of the organisation that owns the record, whether it was right.
     *
     * @param remark in words; sealed
     * @throws ProblemException {@code not-found}; {@code second-person-required} and {@code strong-authentication-required}
     *     as of {@link TwoPersons}, the former also for members of other organisations; {@code state-refused} where it was
     *     reviewed before
     */
    public UrgentReveal review(UUID id, boolean justified, @Nullable String remark) {
        UrgentReveal reveal = get(id);
        Principal caller = guard.principal();
        two.requireOther(reveal.member());
        if (!caller.organisation().equals(reveal.ownerOrg())) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        if (reveal.review() != null) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        two.requireOneself();
        Instant now = Moments.now(clock);
        byte[] sealed = remark == null ? null : IdentitySeal.sealRemark(key(reveal.subject()), id, remark);
        UrgentReveal.Review said = new UrgentReveal.Review(caller.member(), now, justified, sealed);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!register.review(id, said)) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            tell(event(GovernanceEventTypes.URGENT_REVEAL_REVIEWED, reveal).detail("justified", justified));
        });
        return reveal.reviewed(said);
    }

    /** One as it stands, for those who may read the identity. @throws ProblemException {@code not-found} */
    public UrgentReveal get(UUID id) {
        UrgentReveal found = register.find(id).orElseThrow(() -> guard.absent(RecordKind.URGENT_REVEAL, id));
        VaultSubject subject = found.subject();
        directory.require(AccessIntent.READ_IDENTITY, subject.kind(), subject.id());
        return found;
    }

    /** One page of those whose identity the caller may read, by id. */
    public Page<UrgentReveal> list(@Nullable Integer limit, @Nullable String cursor) {
        return pages.of("urgent-reveals", limit, cursor, this::seen, UrgentReveal::id);
    }

    private List<UrgentReveal> seen(UUID after, int most) {
        List<UrgentReveal> seen = new ArrayList<>();
        UUID last = after;
        List<UrgentReveal> batch;
        do {
            batch = register.after(last, BATCH);
            for (UrgentReveal reveal : batch) {
                if (seen.size() < most
                        && directory.allows(
                                AccessIntent.READ_IDENTITY,
                                reveal.subject().kind(),
                                reveal.subject().id())) {
                    seen.add(reveal);
                }
            }
            last = batch.isEmpty() ? last : batch.getLast().id();
        } while (batch.size() == BATCH && seen.size() < most);
        return seen;
    }

    /** The reason in words, for those to whom {@link #get} gave the reveal. */
    public String reason(UrgentReveal reveal) {
        return IdentitySeal.openReason(key(reveal.subject()), reveal.id(), reveal.reason());
    }

    /** The remark of the review in words, likewise; null where there is none. */
    public @Nullable String remark(UrgentReveal reveal) {
        UrgentReveal.Review said = reveal.review();
        return said == null || said.remark() == null
                ? null
                : IdentitySeal.openRemark(key(reveal.subject()), reveal.id(), said.remark());
    }

    private UnitKey key(VaultSubject subject) {
        return keys.open(vault.latest(subject)
                .orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED))
                .unitKey());
    }

    private EventDraft.Builder event(EventType type, UrgentReveal reveal) {
        return guard.event(type, reveal.subject().kind(), reveal.subject().id())
                .detail("reveal", reveal.id().toString());
    }

    private void tell(EventDraft.Builder event) {
        journal.append(event.build());
    }
}
