package org.aletheia.testimony.vault.erasure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.approval.CounselledDecisions;
import org.aletheia.access.approval.CounselledDecisions.Asked;
import org.aletheia.access.approval.DecisionOutcome;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/** Erasures of identities, in the manner of disposals: one member asks, another decides, and one of the two is counsel. */
@Singleton
public class IdentityErasures extends LinkedRecords<IdentityErasure> {
    private final RecordDesk desk;
    private final ErasureRegister register;
    private final Journal journal;
    private final CounselledDecisions decisions;

    IdentityErasures(
            RecordStore<IdentityErasure> store,
            RecordDesk desk,
            ErasureRegister register,
            Journal journal,
            CounselledDecisions decisions) {
        super(RecordKind.IDENTITY_ERASURE, store, desk);
        this.desk = desk;
        this.register = register;
        this.journal = journal;
        this.decisions = decisions;
    }

    /**
     * Asks. The request is held as the person's record is. One transaction: the request, its revision, and an event in the
     * history of that record.
     *
     * @throws ProblemException {@code forbidden}; {@code invalid-request}; {@code erasure-refused} with all that stands
     *     against it
     */
    @Transactional
    public RecordVersion<IdentityErasure> request(@Nullable String key, ErasureBody body) {
        Principal caller = desk.guard().requireCreate(RecordKind.IDENTITY_ERASURE);
        return once(key, "identity-erasures", body, () -> {
            IdentityErasure asked = body.check(desk.checks(), desk.directory(), caller.member());
            requireNoBars(asked, caller);
            RecordVersion<IdentityErasure> made = add(caller, protection(asked.subject()), asked);
            tell(EventTypes.ERASURE_REQUESTED, made);
            return made;
        });
    }

    private Protection protection(VaultSubject subject) {
        return desk.directory().hold(List.of(new RecordName(subject.kind(), subject.id()))).values().stream()
                .findFirst()
                .orElse(Protection.DEFAULT);
    }

    /**
     * Decides about a request.
     *
     * <p>Order of durable effects of an approval: 1. one transaction: the decision with its revision, the wrapped bytes of
     * every key of the person erased from the register, and the events; 2. the keys bucket gets the tombstones of the keys, in
     * place of their copies. A crash before the commit of 1 leaves the request as it was. From the commit on no server opens
     * the identity or a reason that was given for seeing it, however many copies of the vault there are. 2 is the key copier's
     * work, which takes up what is due after a crash as it does without one, and may be repeated; a database that is restored
     * from before 1 has its key destroyed again by it, before its server is ready.
     *
     * @throws ProblemException {@code not-found}; as {@link CounselledDecisions#require}; {@code state-refused} also where there is
     *     no identity; {@code erasure-refused} with all that
     *     stands against it by now
     */
    @Transactional
    public RecordVersion<IdentityErasure> decide(UUID id, DecisionOutcome outcome) {
        RecordVersion<IdentityErasure> decided = advance(
                id,
                Set.of(AccessIntent.REVISE),
                outcome.code(),
                revision -> {},
                (checks, before) -> next(before, outcome));
        switch (outcome) {
            case APPROVED -> erase(decided);
            case REFUSED -> tell(EventTypes.ERASURE_REFUSED, decided);
            case WITHDRAWN -> {} // its revision says so; the person's record has nothing to tell
        }
        return decided;
    }

    private void erase(RecordVersion<IdentityErasure> decided) {
        if (register.destroyKeys(decided.id()) == 0) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        tell(EventTypes.ERASURE_APPROVED, decided);
        VaultSubject subject = decided.content().subject();
        journal.append(desk.guard()
                .event(EventTypes.KEY_DESTROYED, subject.kind(), subject.id())
                .build());
    }

    private IdentityErasure next(RecordVersion<IdentityErasure> before, DecisionOutcome outcome) {
        IdentityErasure asked = before.content();
        Principal caller = desk.guard().principal();
        decisions.require(asked(before), outcome);
        if (outcome == DecisionOutcome.APPROVED) {
            VaultSubject subject = asked.subject();
            desk.directory().require(AccessIntent.DISPOSE, subject.kind(), subject.id());
            requireNoBars(asked, caller);
        }
        return asked.decided(new IdentityErasure.Decision(outcome.code(), caller.member()));
    }

    /** How a request stands, as answers show it. */
    public Map<String, Object> standing(RecordVersion<IdentityErasure> erasure) {
        return decisions.standing(asked(erasure));
    }

    private static Asked asked(RecordVersion<IdentityErasure> erasure) {
        IdentityErasure.Decision decision = erasure.content().decision();
        return new Asked(
                RecordKind.IDENTITY_ERASURE,
                erasure.content().requestedBy(),
                erasure.createdAt(),
                decision == null ? null : decision.outcome());
    }

    private void requireNoBars(IdentityErasure asked, Principal caller) {
        List<String> bars = register.bars(asked.subject(), caller.organisation());
        if (!bars.isEmpty()) {
            throw new ProblemException(ProblemType.ERASURE_REFUSED, Map.of("reasons", bars));
        }
    }

    private void tell(EventType type, RecordVersion<IdentityErasure> erasure) {
        VaultSubject subject = erasure.content().subject();
        journal.append(desk.guard()
                .event(type, subject.kind(), subject.id())
                .reason(erasure.content().ground())
                .detail("erasure", erasure.id().toString())
                .build());
    }
}
