package org.aletheia.access;

import java.util.Locale;

/** Why the policy refuses; goes to the journal as a code, never to the caller. */
public enum DenialReason {
    ROLE,
    ORGANISATION,
    CLEARANCE,
    COMPARTMENT,
    /** Not of those to whom the record is confined. */
    MEMBERSHIP,
    ABSENT;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
