package org.aletheia.reparations.rules;

import jakarta.inject.Singleton;

/** The rules of this release, read once at start. Immutable. */
@Singleton
public class ClaimRules {
    private final SufficiencyRules sufficiency = SufficiencyRules.load();
    private final EntryRules entry = EntryRules.load();
    private final OffsetRules offsets = OffsetRules.load();

    /** What each category needs. */
    public SufficiencyRules sufficiency() {
        return sufficiency;
    }

    /** What is easily mistaken. */
    public EntryRules entry() {
        return entry;
    }

    /** What is taken off. */
    public OffsetRules offsets() {
        return offsets;
    }
}
