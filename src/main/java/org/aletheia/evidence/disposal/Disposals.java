package org.aletheia.evidence.disposal;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.Restrictions;
import org.aletheia.access.approval.CounselledDecisions;
import org.aletheia.access.approval.CounselledDecisions.Asked;
import org.aletheia.access.approval.DecisionOutcome;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.disposal.DisposalRegister.Removed;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.UnitKeys;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which a record goes: one member of the organisation that owns it asks, another one decides, and one of the
 * two is counsel. Nothing else deletes: a retention rule that has ended suggests, no more.
 */
@Singleton
public class Disposals extends LinkedRecords<Disposal> {
    /** What can be disposed of; the database has the same list. */
    public static final Set<RecordKind> KINDS = Collections.unmodifiableSet(EnumSet.of(
            RecordKind.SUBMISSION,
            RecordKind.ITEM,
            RecordKind.SOURCE,
            RecordKind.INCIDENT,
            RecordKind.ACT,
            RecordKind.INVOLVEMENT,
            RecordKind.INCIDENT_LINK,
            RecordKind.MISSING_PERSON,
            RecordKind.WHEREABOUTS,
            RecordKind.MISSING_STATUS_PROPOSAL,
            RecordKind.REVIEW,
            RecordKind.OPINION,
            RecordKind.PERSON,
            RecordKind.GROUP,
            RecordKind.UNIT,
            RecordKind.ORGANISATION,
            RecordKind.STATE,
            RecordKind.AFFILIATION,
            RecordKind.VICTIM,
            RecordKind.CAPACITY,
            RecordKind.PERSON_LINK,
            RecordKind.STATEMENT,
            RecordKind.PROTECTION_NOTE,
            RecordKind.COUNSEL_DECISION,
            RecordKind.REPARATION_CLAIM));

    /**
     * What stays whatever is decided: by what a case was assessed, and what was told to the defence or not, is asked for as long
     * as a conviction can be.
     */
    static final Set<RecordKind> KEPT = Collections.unmodifiableSet(EnumSet.of(
            RecordKind.CASE_FILE,
            RecordKind.CASE_ELEMENT,
            RecordKind.DISCLOSURE_FLAG,
            RecordKind.DISCLOSURE_DECISION,
            RecordKind.DISCLOSURE_CERTIFICATE));

    private final RecordDesk desk;
    private final DisposalRegister register;
    private final UnitKeys keys;
    private final Journal journal;
    private final Restrictions restrictions;
    private final CounselledDecisions decisions;

    Disposals(
            RecordStore<Disposal> store,
            RecordDesk desk,
            DisposalRegister register,
            UnitKeys keys,
            Journal journal,
            Restrictions restrictions,
            CounselledDecisions decisions) {
        super(RecordKind.DISPOSAL, store, desk);
        this.desk = desk;
        this.register = register;
        this.keys = keys;
        this.journal = journal;
        this.restrictions = restrictions;
        this.decisions = decisions;
    }

    /**
     * Asks. The request is at least as protected as the strictest of the records. One transaction: the request, its
     * revision, and an event in the history of each record.
     *
     * @throws ProblemException {@code forbidden}; {@code invalid-request}; {@code disposal-refused} with all that stands
     *     against it
     */
    @Transactional
    public RecordVersion<Disposal> request(@Nullable String key, DisposalBody body) {
        Principal caller = desk.guard().requireCreate(RecordKind.DISPOSAL);
        return once(key, "disposals", body, () -> {
            Disposal asked = body.check(desk.checks(), desk.directory(), caller.member());
            requireNoBars(asked, caller);
            RecordVersion<Disposal> made = add(caller, protection(asked), asked);
            journal.appendAll(asked.records().stream()
                    .map(named -> event(CustodyEventTypes.DISPOSAL_PROPOSED, named, made))
                    .toList());
            return made;
        });
    }

    private Protection protection(Disposal asked) {
        Map<RecordName, Protection> held = desk.directory()
                .hold(asked.records().stream()
                        .map(named -> new RecordName(named.kind(), named.id()))
                        .toList());
        return held.values().stream().reduce(Protection.DEFAULT, Protection::atLeast);
    }

    /**
     * Decides about a request.
     *
     * <p>Order of durable effects of an approval: 1. one transaction: the decision with its revision and events, the rows
     * and the bytes of all revisions of the records, tombstones in their place, their unit keys destroyed in the register,
     * an event of each, and notes that keep them out of searches; 2. the keys bucket gets the tombstones of the keys; 3. the
     * index forgets the records; 4. the store removes stored bytes, where their lock has run out. A crash before the commit
     * of 1 leaves the request as it was, and nothing is gone. After it, nobody reads anything of the records any more: the
     * wall hides rows, no server opens a destroyed key, and searches leave out what is noted. 2, 3 and 4 are the work of
     * followers and timers, which take up what is due after a crash as they do without one, and may be repeated.
     *
     * @throws ProblemException {@code not-found}; as {@link CounselledDecisions#require};
     *     {@code disposal-refused} with all that stands against it by now
     */
    @Transactional
    public RecordVersion<Disposal> decide(UUID id, DisposalDecisionBody.Said said) {
        RecordVersion<Disposal> decided = advance(
                id,
                Set.of(AccessIntent.REVISE),
                said.outcome().code(),
                revision -> {},
                (checks, before) -> next(before, said));
        Disposal disposal = decided.content();
        if (said.outcome() != DecisionOutcome.WITHDRAWN) {
            EventType type = said.outcome() == DecisionOutcome.APPROVED
                    ? CustodyEventTypes.DISPOSAL_APPROVED
                    : CustodyEventTypes.DISPOSAL_REFUSED;
            journal.appendAll(disposal.records().stream()
                    .map(named -> event(type, named, decided))
                    .toList());
        }
        if (said.outcome() == DecisionOutcome.APPROVED) {
            register.remove(id).forEach(removed -> forget(removed, decided));
        }
        return decided;
    }

    private Disposal next(RecordVersion<Disposal> before, DisposalDecisionBody.Said said) {
        Disposal asked = before.content();
        Principal caller = desk.guard().principal();
        decisions.require(asked(before), said.outcome());
        if (said.outcome() == DecisionOutcome.APPROVED) {
            asked.records().forEach(named -> desk.directory().require(AccessIntent.DISPOSE, named.kind(), named.id()));
            requireNoBars(asked, caller);
        }
        return asked.decided(new Disposal.Decision(said.outcome().code(), caller.member(), said.reason()));
    }

    /** How a request stands, as answers show it. */
    public Map<String, Object> standing(RecordVersion<Disposal> disposal) {
        return decisions.standing(asked(disposal));
    }

    private static Asked asked(RecordVersion<Disposal> disposal) {
        Disposal.Decision decision = disposal.content().decision();
        return new Asked(
                RecordKind.DISPOSAL,
                disposal.content().requestedBy(),
                disposal.createdAt(),
                decision == null ? null : decision.outcome());
    }

    private void requireNoBars(Disposal asked, Principal caller) {
        Map<Boolean, List<Disposal.Named>> parted =
                asked.records().stream().collect(Collectors.partitioningBy(named -> KEPT.contains(named.kind())));
        Stream<Bar> kept = parted.getOrDefault(true, List.of()).stream()
                .map(named -> new Bar(named.kind().code(), named.id(), Bar.KEPT_FOR_DISCLOSURE));
        List<Disposal.Named> others = parted.getOrDefault(false, List.of());
        List<Bar> bars = Stream.concat(kept, register.bars(others, asked.ground(), caller.organisation()).stream())
                .toList();
        if (!bars.isEmpty()) {
            throw new ProblemException(ProblemType.DISPOSAL_REFUSED, Map.of("reasons", bars));
        }
    }

    private void forget(Removed removed, RecordVersion<Disposal> decided) {
        Disposal.Named named = removed.record();
        JournalRef gone = journal.append(desk.guard()
                .event(CustodyEventTypes.DISPOSED, named.kind(), named.id())
                .reason(decided.content().ground())
                .detail("disposal", decided.id().toString())
                .detail("requestedBy", decided.content().requestedBy().toString())
                .detail("revisions", removed.revisions())
                .build());
        restrictions.add(named.kind(), named.id(), null, gone.eventId());
        if (keys.destroyAll(named.id()) > 0) {
            journal.append(desk.guard()
                    .event(EventTypes.KEY_DESTROYED, named.kind(), named.id())
                    .build());
        }
    }

    private EventDraft event(EventType type, Disposal.Named named, RecordVersion<Disposal> disposal) {
        AccessGuard guard = desk.guard();
        return guard.event(type, named.kind(), named.id())
                .reason(disposal.content().ground())
                .detail("disposal", disposal.id().toString())
                .build();
    }
}
