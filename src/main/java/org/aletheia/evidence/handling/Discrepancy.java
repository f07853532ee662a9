package org.aletheia.evidence.handling;

import java.util.Locale;

/** In what an event contradicts the chain before it. Codes stand in the detail of events and never change. */
public enum Discrepancy {
    /** Somebody else has the item. */
    NOT_IN_CUSTODY,
    /** It is lost, or its custodian cannot be reached. */
    MISSING,
    /** It was not missing. */
    NOT_MISSING,
    /** It was destroyed, consumed, returned, or joined to another. */
    CUSTODY_OVER,
    /** It is under an intact seal already. */
    ALREADY_SEALED,
    /** No seal is known. */
    NO_SEAL,
    /** The seal is another, or in another condition, than the chain says. */
    SEAL_DIFFERS,
    /** Who had it before is not whom the chain names. */
    CUSTODIAN_DIFFERS,
    /** It is under legal hold. */
    UNDER_HOLD,
    /** It was offered to another organisation, and that is not decided. */
    OFFER_OPEN,
    /** It happened after receipt, and is of those that come before. */
    AFTER_RECEIPT;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
