package org.aletheia.access;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

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
    /** As a second person, let an allegation for acts committed as a child stand, or not; find renditions of an item safe, or not. */
    SUPERVISE,
    /** See number, day, kind of provider and ground of restriction of what the body holds, even where it is closed. */
    READ_REGISTER,
    /** Decide what goes to the defence and the participants, and certify that it was decided. */
    DISCLOSE,
    /** Say in law what a privilege or an order means for a record. */
    RULE,
    ADMINISTER;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code intent-unknown} */
    public static AccessIntent parse(String code) {
        return Arrays.stream(values())
                .filter(intent -> intent.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("intent-unknown", "not an intent"));
    }
}
