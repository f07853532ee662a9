package org.aletheia.access;

import java.util.Locale;

/** Why the policy refuses; goes to the journal as a code, and to a caller only about what they know to exist ({@link
 * Explanations}). */
public enum DenialReason {
    ROLE,
    /** Their role would permit it, but does not act for the purpose that they declared. */
    PURPOSE,
    /** A service, none of whose scopes is for this. */
    SCOPE,
    ORGANISATION,
    CLEARANCE,
    COMPARTMENT,
    /** Not of those to whom the record is confined. */
    MEMBERSHIP,
    /** Closed beyond ownership and role. */
    CLOSED,
    ABSENT;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
