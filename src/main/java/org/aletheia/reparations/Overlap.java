package org.aletheia.reparations;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another claim that speaks of the same, for an officer to look at. Says nothing against either.
 *
 * @param claim the other
 * @param number its number, where it has one
 * @param status where it stands, a code
 * @param reasons {@code same-person-and-category}, {@code same-property}, {@code same-item-for-loss}, {@code
 *     same-act-and-loss}
 */
public record Overlap(UUID claim, @Nullable String number, String status, Set<String> reasons) {
    public Overlap {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }
}
