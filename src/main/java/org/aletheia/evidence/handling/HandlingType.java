package org.aletheia.evidence.handling;

import static org.aletheia.evidence.handling.HandlingType.Member.CUSTODIAN_AFTER;
import static org.aletheia.evidence.handling.HandlingType.Member.CUSTODIAN_BEFORE;
import static org.aletheia.evidence.handling.HandlingType.Member.PERIOD;
import static org.aletheia.evidence.handling.HandlingType.Member.REASON;
import static org.aletheia.evidence.handling.HandlingType.Member.RELATED;
import static org.aletheia.evidence.handling.HandlingType.Member.RISK;
import static org.aletheia.evidence.handling.HandlingType.Member.SEAL;
import static org.aletheia.evidence.handling.HandlingType.Member.SEAL_BEFORE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.MalformedValueException;

/** The custody events that people record, and what each must and may say. */
public enum HandlingType {
    COLLECTED(CustodyEventTypes.COLLECTED, must(), may(SEAL, CUSTODIAN_AFTER)),
    SEIZED(CustodyEventTypes.SEIZED, must(), may(SEAL, CUSTODIAN_AFTER)),
    SEALED(CustodyEventTypes.SEALED, must(SEAL), may()),
    SEAL_CHECKED(CustodyEventTypes.SEAL_CHECKED, must(SEAL), may()),
    SEAL_BROKEN(CustodyEventTypes.SEAL_BROKEN, must(SEAL, REASON), may()),
    SEAL_REPLACED(CustodyEventTypes.SEAL_REPLACED, must(SEAL, SEAL_BEFORE, REASON), may()),
    SEAL_MISMATCHED(CustodyEventTypes.SEAL_MISMATCHED, must(SEAL), may()),
    HANDED_OVER(CustodyEventTypes.HANDED_OVER, must(CUSTODIAN_AFTER, REASON), may(CUSTODIAN_BEFORE, SEAL)),
    SAMPLED(CustodyEventTypes.SAMPLED, must(REASON), may(RELATED)),
    CONSUMED(CustodyEventTypes.CONSUMED, must(REASON), may(CUSTODIAN_BEFORE)),
    SPLIT(CustodyEventTypes.SPLIT, must(RELATED, REASON), may()),
    JOINED(CustodyEventTypes.JOINED, must(RELATED, REASON), may()),
    LOST(CustodyEventTypes.LOST, must(REASON), may(CUSTODIAN_BEFORE)),
    FOUND(CustodyEventTypes.FOUND, must(), may(CUSTODIAN_AFTER, SEAL)),
    DESTROYED(CustodyEventTypes.DESTROYED, must(REASON), may(CUSTODIAN_BEFORE)),
    CUSTODIAN_UNREACHABLE(CustodyEventTypes.CUSTODIAN_UNREACHABLE, must(REASON), may(CUSTODIAN_BEFORE)),
    RETURNED_TO_OWNER(CustodyEventTypes.RETURNED_TO_OWNER, must(CUSTODIAN_AFTER, REASON), may(CUSTODIAN_BEFORE, SEAL)),
    DERIVED(CustodyEventTypes.DERIVED, must(RELATED), may()),
    REDACTED(CustodyEventTypes.REDACTED, must(RELATED), may()),
    TRANSLATED(CustodyEventTypes.TRANSLATED, must(RELATED), may()),
    VERIFIED(CustodyEventTypes.VERIFIED, must(), may()),
    INCIDENT(CustodyEventTypes.INCIDENT, must(REASON), may()),
    GAP_DECLARED(EventTypes.GAP_DECLARED, must(PERIOD, RISK, REASON), may());

    /** A part of a statement that not every type has. */
    enum Member {
        REASON("reason"),
        SEAL("seal"),
        SEAL_BEFORE("sealBefore"),
        CUSTODIAN_BEFORE("custodianBefore"),
        CUSTODIAN_AFTER("custodianAfter"),
        RELATED("related"),
        PERIOD("period"),
        RISK("risk");

        private final String label;

        Member(String label) {
            this.label = label;
        }

        /** The name in JSON. */
        String label() {
            return label;
        }
    }

    private final EventType event;
    private final Set<Member> must;
    private final Set<Member> may;

    HandlingType(EventType event, Set<Member> must, Set<Member> may) {
        this.event = event;
        this.must = must;
        this.may = may;
    }

    /** The type of the event in the journal. */
    public EventType event() {
        return event;
    }

    /** @throws MalformedValueException {@code custody-event-unknown}, also for types that nobody records by hand */
    static HandlingType parse(String code) {
        return Arrays.stream(values())
                .filter(type -> type.event.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("custody-event-unknown", "not recorded by people"));
    }

    boolean requires(Member member) {
        return must.contains(member);
    }

    boolean takes(Member member) {
        // a reason never hurts
        return must.contains(member) || may.contains(member) || member == REASON;
    }

    /** The list of its reasons. */
    String reasons() {
        return this == GAP_DECLARED ? "custody-gap-reason" : "custody-reason";
    }

    /** Whether it touches the object itself, so that whoever has it must have done it. */
    boolean handsOn() {
        return switch (this) {
            case SEALED,
                    SEAL_CHECKED,
                    SEAL_BROKEN,
                    SEAL_REPLACED,
                    SEAL_MISMATCHED,
                    HANDED_OVER,
                    SAMPLED,
                    CONSUMED,
                    SPLIT,
                    JOINED,
                    RETURNED_TO_OWNER -> true;
            case COLLECTED,
                    SEIZED,
                    LOST,
                    FOUND,
                    DESTROYED,
                    CUSTODIAN_UNREACHABLE,
                    DERIVED,
                    REDACTED,
                    TRANSLATED,
                    VERIFIED,
                    INCIDENT,
                    GAP_DECLARED -> false;
        };
    }

    private static Set<Member> must(Member... members) {
        return of(members);
    }

    private static Set<Member> may(Member... members) {
        return of(members);
    }

    private static Set<Member> of(Member... members) {
        EnumSet<Member> set = EnumSet.noneOf(Member.class);
        set.addAll(Arrays.asList(members));
        return set;
    }
}
