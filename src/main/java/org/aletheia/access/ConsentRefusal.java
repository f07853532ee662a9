package org.aletheia.access;

import java.util.Locale;

/** Why what somebody agreed to does not allow a use of what they gave; from the firmest on. */
public enum ConsentRefusal {
    /** They took their consent back. */
    WITHDRAWN,
    /** They said no. */
    REFUSED,
    /** They did not want it to reach that body. */
    NOT_TO_BODY,
    /** They want to be asked again first. */
    ASK_AGAIN,
    /** Nobody asked them. */
    NOT_ASKED,
    /** They said: not before a day that has not come. */
    EMBARGO;

    /** The kebab-case code of a finding. */
    public String code() {
        return "consent-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
