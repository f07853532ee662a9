package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.store.MemberStore;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Tells people why they may, or may not, do something with a record of whose existence they may know: one that they list or
 * read, and for the disclosure officer what stands in the register. Whatever else there is answers as what there is not.
 */
@ApplicationScoped
public class Explanations {
    private final AccessGuard guard;
    private final AccessPolicy policy;
    private final RecordLookup records;
    private final LiveShares shares;
    private final MemberStore members;
    private final Clock clock;
    private final Shares sharing;
    private final StatedTerms terms;

    Explanations(
            AccessGuard guard,
            AccessPolicy policy,
            RecordLookup records,
            LiveShares shares,
            MemberStore members,
            Shares sharing,
            StatedTerms terms,
            Clock clock) {
        this.guard = guard;
        this.policy = policy;
        this.records = records;
        this.shares = shares;
        this.members = members;
        this.clock = clock;
        this.sharing = sharing;
        this.terms = terms;
    }

    /**
     * About the caller. In the journal before it returns.
     *
     * @param receiver the organisation to which the record would go; null: only what binds whoever it goes to
     * @throws ProblemException {@code not-found}
     */
    @Transactional
    public Explanation own(RecordName name, AccessIntent intent, @Nullable UUID receiver) {
        return explain(known(name), intent, guard.principal(), receiver);
    }

    /**
     * About another member of the caller's organisation, for its auditor. In the journal, with the member, before it returns.
     *
     * @throws ProblemException {@code forbidden} for who is no auditor, {@code not-found} for a record that the auditor may not
     *     know of, or a member of another organisation
     */
    @Transactional
    public Explanation ofMember(UUID member, RecordName name, AccessIntent intent, @Nullable UUID receiver) {
        Principal auditor = guard.principal();
        if (!auditor.has(Role.AUDITOR)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        Instant now = clock.instant();
        Principal about = members.findStanding(member, now)
                .filter(found -> found.organisation().equals(auditor.organisation()))
                .map(found -> found.principal(now))
                .orElseThrow(() -> guard.absent(RecordKind.MEMBER, member));
        return explain(known(name), intent, about, receiver);
    }

    private Explanation explain(ProtectedRecord record, AccessIntent intent, Principal about, @Nullable UUID receiver) {
        RecordName name = new RecordName(record.kind(), record.id());
        guard.tellUse(guard.event(EventTypes.ACCESS_EXPLAINED, name.kind(), name.id())
                .detail("intent", intent.code())
                .detail("member", about.member().toString())
                .build());
        Decision decision = policy.decide(about, intent, record, shared(name, about.organisation()));
        return new Explanation(
                name,
                intent,
                about.member(),
                decision,
                record.closures().stream().sorted().toList(),
                decision.permitted() ? termsAgainst(record, intent, about, receiver) : List.of());
    }

    private List<String> termsAgainst(
            ProtectedRecord record, AccessIntent intent, Principal about, @Nullable UUID receiver) {
        if (intent == AccessIntent.TRANSMIT && receiver != null) {
            return sharing.against(record, receiver).stream()
                    .map(Finding::code)
                    .distinct()
                    .toList();
        }
        return terms.againstUse(new RecordName(record.kind(), record.id()), intent, about.organisation());
    }

    /** Everything is looked up before it is known whether there is a record: an absent one costs the same. */
    private ProtectedRecord known(RecordName name) {
        Principal caller = guard.principal();
        Sharing shared = shared(name, caller.organisation());
        Optional<ProtectedRecord> registered = registered(name, caller);
        return records.find(name.kind(), name.id())
                .filter(found -> mayKnow(caller, found, shared))
                .or(() -> registered)
                .orElseThrow(() -> guard.absent(name.kind(), name.id()));
    }

    private boolean mayKnow(Principal caller, ProtectedRecord record, Sharing shared) {
        return Stream.of(AccessIntent.LIST, AccessIntent.READ)
                .anyMatch(
                        intent -> policy.decide(caller, intent, record, shared).permitted());
    }

    private Sharing shared(RecordName name, UUID organisation) {
        return shares.of(name.kind(), name.id(), organisation);
    }

    private Optional<ProtectedRecord> registered(RecordName name, Principal caller) {
        return name.kind() == RecordKind.ITEM && policy.mayReadRegister(caller)
                ? records.findRegistered(name.id())
                : Optional.empty();
    }
}
