package org.aletheia.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which duty prevails where several that bind one record pull apart (docs/access.md has the table). Pure. A stronger duty
 * does not lift what a weaker one closes: it decides what may still be done with the record, and that it stays.
 */
public final class Precedence {
    private static final Set<AccessIntent> LOOK =
            EnumSet.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.READ_CONTENT, AccessIntent.READ_CUSTODY);
    /** The object is somewhere, and somebody answers for it; that it is kept harms nobody. */
    private static final Set<AccessIntent> KEEP = EnumSet.of(AccessIntent.HANDLE, AccessIntent.HOLD);

    private static final Set<AccessIntent> CHANGE = EnumSet.of(AccessIntent.REVISE, AccessIntent.DISPOSE);

    private Precedence() {}

    /** Duties on a record, the strongest first. */
    public enum Duty {
        /** A court's order, a protective measure, and what the law forbids whoever holds it. */
        ORDER,
        /** A legal hold, and the duty to tell the defence. */
        HOLD_AND_DISCLOSURE,
        /** What people agreed to and on what terms material came. */
        CONSENT_AND_CONDITIONS,
        /** How long it is kept where nothing else is said. */
        RETENTION;

        /** Whether this one is followed where both cannot be. */
        public boolean prevailsOver(Duty other) {
            return compareTo(other) < 0;
        }
    }

    /** The duty that a closure serves. */
    public static Duty duty(ClosureGround ground) {
        return switch (ground) {
            case PROTECTIVE_MEASURE, CONTENT_WITHHELD, IDENTITY_WITHHELD, ABUSE_MATERIAL -> Duty.ORDER;
            case PRIVILEGE, CONSENT_WITHDRAWN, CONSENT_LIMITS, PROTECTION_INTEREST, CONDITION_OF_RECEIPT ->
                Duty.CONSENT_AND_CONDITIONS;
        };
    }

    /**
     * Whether a closure leaves this to those who see through it. None leaves a new use. An order leaves the record as it is:
     * only the body that gave it varies it. A condition of receipt binds those to whom the owner gives the record.
     */
    public static boolean leaves(ClosureGround ground, AccessIntent intent) {
        if (ground == ClosureGround.CONDITION_OF_RECEIPT || LOOK.contains(intent) || KEEP.contains(intent)) {
            return true;
        }
        return CHANGE.contains(intent) && Duty.HOLD_AND_DISCLOSURE.prevailsOver(duty(ground));
    }
}
