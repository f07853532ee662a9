package org.aletheia.reparations.claim;

import java.util.List;
import java.util.UUID;

/**
 * A check of who claims, or by what authority.
 *
 * @param what code of {@code claim-check}
 * @param outcome code of {@code claim-check-outcome}
 * @param means codes of {@code claim-check-means}
 * @param items documents that were seen, where they are kept
 */
public record PartyCheck(String what, String outcome, List<String> means, List<UUID> items, By by) {
    public PartyCheck {
        means = List.copyOf(means);
        items = List.copyOf(items);
    }

    /** Whether it was shown, in whatever way. */
    public boolean passed() {
        return !outcome.equals("not-yet");
    }
}
