package org.aletheia.access;

import java.util.Locale;

/** What a caller wants to do with a record: the whole set that the policy is asked about. */
public enum AccessIntent {
    LIST,
    READ,
    READ_CONTENT,
    READ_IDENTITY,
    READ_CUSTODY,
    CREATE,
    REVISE,
    LINK,
    ASSESS,
    /** Take a claim through its proceedings: acknowledge, decide, record deliveries; see what overlaps. */
    DECIDE,
    EXPORT,
    TRANSMIT,
    /** Record what is done with the object, offer it, take it over. */
    HANDLE,
    HOLD,
    DISPOSE,
    ADMINISTER;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
