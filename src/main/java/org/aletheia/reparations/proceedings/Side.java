package org.aletheia.reparations.proceedings;

import java.util.EnumSet;
import java.util.Set;
import org.aletheia.access.AccessIntent;

/** Who takes a step. */
public enum Side {
    /** Whoever filed the claim. */
    CLAIMANT(EnumSet.of(AccessIntent.REVISE)),
    /** A claims officer. */
    OFFICER(EnumSet.of(AccessIntent.DECIDE)),
    /** Either. */
    EITHER(EnumSet.of(AccessIntent.REVISE, AccessIntent.DECIDE));

    private final Set<AccessIntent> rights;

    Side(Set<AccessIntent> rights) {
        this.rights = rights;
    }

    /** Any one of these suffices. */
    public Set<AccessIntent> rights() {
        return EnumSet.copyOf(rights);
    }
}
