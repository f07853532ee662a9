package org.aletheia.access;

import java.util.Set;

/** What the policy answers. */
public sealed interface Decision {
    /** It may be done. */
    record Permit() implements Decision {}

    /** It may not be done, for all these reasons. */
    record Deny(Set<DenialReason> reasons) implements Decision {
        public Deny {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Whether it may be done. */
    default boolean permitted() {
        return this instanceof Permit;
    }
}
