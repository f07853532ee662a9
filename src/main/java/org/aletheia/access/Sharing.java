package org.aletheia.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a record reaches an organisation that does not own it.
 *
 * @param inForce whether a share of it stands
 * @param purposes those for which alone it was shared; empty: for any
 */
public record Sharing(boolean inForce, Set<Purpose> purposes) {
    /** It is not shared. */
    public static final Sharing NONE = new Sharing(false, Set.of());

    /** It is shared, for any purpose. */
    public static final Sharing ANY = new Sharing(true, Set.of());

    public Sharing {
        purposes = Set.copyOf(purposes);
    }

    /** It is shared for these; for any where there are none. */
    public static Sharing of(Set<Purpose> purposes) {
        return new Sharing(true, purposes);
    }

    /** Whether it opens the record to who declares this: what a role serves by itself was declared by nobody. */
    boolean opensTo(@Nullable Purpose declared) {
        return inForce && (purposes.isEmpty() || declared != null && purposes.contains(declared));
    }
}
