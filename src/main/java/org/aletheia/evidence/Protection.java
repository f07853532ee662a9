package org.aletheia.evidence;

import java.util.Set;
import org.aletheia.access.Classification;

/** How closely something is held. */
public record Protection(Classification classification, Set<String> compartments) {
    /** Where nobody said anything: within the organisation and those it works with. */
    public static final Protection DEFAULT = new Protection(Classification.AMBER, Set.of());

    /** No limit at all. */
    static final Protection OPEN = new Protection(Classification.CLEAR, Set.of());

    /** Whether somebody who may see what is held like {@code other} may not see what is held like this. */
    boolean narrower(Protection other) {
        return classification.compareTo(other.classification) > 0 || !other.compartments.containsAll(compartments);
    }

    public Protection {
        compartments = Set.copyOf(compartments);
    }
}
