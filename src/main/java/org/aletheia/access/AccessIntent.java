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
    /** As a second person, let an allegation for acts committed as a child stand, or not. */
    SUPERVISE,
    /** See number, day, kind of provider and ground of restriction of what the body holds, even where it is closed. */
    READ_REGISTER,
    /** Decide what goes to the defence and the participants, and certify that it was decided. */
    DISCLOSE,
    ADMINISTER;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
