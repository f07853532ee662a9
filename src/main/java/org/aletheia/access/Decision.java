package org.aletheia.access;

import java.util.Set;

/** What the policy answers. */
public sealed interface Decision {
    /** It may be done, by whoever carries out what is owed for it. */
    record Permit(Set<Obligation> obligations) implements Decision {
        public Permit {
            obligations = Set.copyOf(obligations);
        }
    }

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
