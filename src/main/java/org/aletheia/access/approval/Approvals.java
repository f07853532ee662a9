package org.aletheia.access.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.store.ApprovalRows;
import org.aletheia.access.store.MemberStore;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Requests for a decision of two. Whoever asks has nothing done yet; another who is entitled decides, and with an approval it
 * is done, once, as it was asked. Request and decision are events, each with the digest of what was asked.
 */
@ApplicationScoped
public class Approvals {
    private static final int BATCH = 100;

    private final AccessGuard guard;
    private final ApprovalRows rows;
    private final MemberStore members;
    private final Instance<MatterOfTwo> matters;
    private final TwoPersons two;
    private final IdPages pages;
    private final Journal journal;
    private final TwoPersonsConfig config;
    private final Clock clock;

    Approvals(
            AccessGuard guard,
            ApprovalRows rows,
            MemberStore members,
            Instance<MatterOfTwo> matters,
            TwoPersons two,
            IdPages pages,
            Journal journal,
            TwoPersonsConfig config,
            Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.members = members;
        this.matters = matters;
        this.two = two;
        this.pages = pages;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks, in the caller's transaction, who is a person; whether they may is the matter of whoever calls this. The same request of the
     * same member that still waits is given again.
     *
     * @param ownerOrg organisation whose matter it is; null where it is one of the whole server
     * @param reason in words that name nobody, or a code
     */
    @Transactional
    public Approval ask(Matter matter, UUID record, @Nullable UUID ownerOrg, Payload payload, String reason) {
        Principal caller = guard.requirePerson();
        Instant now = Moments.now(clock);
        Approval asked = new Approval(
                Ids.timeOrdered(),
                matter,
                record,
                ownerOrg,
                payload,
                reason,
                caller.member(),
                caller.organisation(),
                now,
                now.plus(config.patience()),
                null,
                null);
        return rows.waiting(asked, now).orElseGet(() -> {
            rows.add(asked);
            tell(event(GovernanceEventTypes.APPROVAL_REQUESTED, asked)
                    .detail("until", asked.expiresAt().toString()));
            return asked;
        });
    }

    /** The request as it stands, for whoever asked and those who may decide. @throws ProblemException {@code not-found} */
    @Transactional
    public Approval get(UUID id) {
        return rows.find(id).filter(this::sees).orElseThrow(() -> guard.absent(RecordKind.APPROVAL, id));
    }

    /** One page of the requests that the caller may see, decided ones too, in order of their ids. */
    @Transactional
    public Page<Approval> list(@Nullable Integer limit, @Nullable String cursor) {
        return pages.of("approvals", limit, cursor, this::seen, Approval::id);
    }

    /**
     * Decides. With an approval what was asked is done in the same transaction: a crash leaves both or neither, and whoever
     * approves a second time finds the request decided. Where it cannot be done any more, nothing is decided.
     *
     * @param state approved or refused, by another; withdrawn, by whoever asked
     * @throws ProblemException {@code not-found}; {@code state-refused} where it is decided or has expired; {@code
     *     second-person-required} where who asked would approve or refuse, another would withdraw, or one of the two is no
     *     second person ({@link TwoPersons}); {@code strong-authentication-required}; and those of {@link
     *     MatterOfTwo#execute}
     */
    @Transactional
    public Approval decide(UUID id, ApprovalState state, @Nullable String reason) {
        Approval asked = rows.lock(id).filter(this::sees).orElseThrow(() -> guard.absent(RecordKind.APPROVAL, id));
        Instant now = Moments.now(clock);
        if (asked.stateAt(now) != ApprovalState.REQUESTED) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED,
                    Map.of("state", asked.stateAt(now).code()));
        }
        Principal caller = guard.principal();
        if (caller.member().equals(asked.requester()) != (state == ApprovalState.WITHDRAWN)) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        Approval decided = asked.decided(new Approval.Decision(state, caller.member(), now, reason));
        switch (state) {
            case APPROVED -> approve(decided);
            case REFUSED -> close(decided, GovernanceEventTypes.APPROVAL_REFUSED);
            case WITHDRAWN -> close(decided, GovernanceEventTypes.APPROVAL_WITHDRAWN);
            case REQUESTED, EXPIRED -> throw new IllegalArgumentException("no decision: " + state);
        }
        return decided;
    }

    /**
     * Makes use of a permit, in the caller's transaction: once, by whoever asked, for exactly what was asked.
     *
     * @throws ProblemException {@code approval-required} without one that holds for this
     */
    @Transactional
    public void use(Matter matter, Payload what, @Nullable UUID id) {
        Instant now = Moments.now(clock);
        UUID caller = guard.principal().member();
        Approval permit = Optional.ofNullable(id)
                .flatMap(rows::lock)
                .filter(found -> found.matter() == matter && found.requester().equals(caller))
                .filter(found -> found.permitsAt(now) && found.payload().equals(what))
                .orElseThrow(() -> new ProblemException(ProblemType.APPROVAL_REQUIRED));
        rows.use(permit.id(), now);
        tell(event(GovernanceEventTypes.APPROVAL_USED, permit));
    }

    private void approve(Approval decided) {
        String authentication = two.require(decided.requester());
        Instant now = Moments.now(clock);
        boolean stillOne = members.findStanding(decided.requester(), now)
                .map(found -> found.principal(now))
                .filter(requester -> of(decided).entitles(requester, decided))
                .isPresent();
        if (!stillOne) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        rows.decide(decided);
        tell(event(GovernanceEventTypes.APPROVAL_GIVEN, decided)
                .detail("requestedBy", decided.requester().toString())
                .detail("authentication", authentication));
        of(decided).execute(decided);
    }

    private void close(Approval decided, EventType type) {
        rows.decide(decided);
        tell(event(type, decided).detail("requestedBy", decided.requester().toString()));
    }

    private boolean sees(Approval asked) {
        Principal caller = guard.principal();
        return !caller.isService()
                && (caller.member().equals(asked.requester()) || of(asked).entitles(caller, asked));
    }

    private List<Approval> seen(UUID after, int most) {
        List<Approval> seen = new ArrayList<>();
        UUID last = after;
        List<Approval> batch;
        do {
            batch = rows.after(last, BATCH);
            batch.stream().filter(this::sees).limit(most - seen.size()).forEach(seen::add);
            last = batch.isEmpty() ? last : batch.getLast().id();
        } while (batch.size() == BATCH && seen.size() < most);
        return seen;
    }

    private MatterOfTwo of(Approval asked) {
        return matters.stream()
                .filter(each -> each.matters().contains(asked.matter()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody knows of " + asked.matter()));
    }

    private EventDraft.Builder event(EventType type, Approval asked) {
        return guard.event(type, RecordKind.APPROVAL, asked.id())
                .detail("matter", asked.matter().code())
                .detail("record", asked.record().toString())
                .detail("digest", asked.payload().digest().toString());
    }

    private void tell(EventDraft.Builder event) {
        journal.append(event.build());
    }
}
