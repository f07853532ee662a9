package org.aletheia.reparations.rules;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;

/**
 * The rules in force: those of this release, read once at start, and the operator's editions of the rules of sufficiency,
 * the last of which takes the place of all before. Thread-safe; one call sees one state.
 */
@Singleton
public class ClaimRules {
    private final SufficiencyRules shipped = SufficiencyRules.load();
    private final EntryRules entry = EntryRules.load();
    private final OffsetRules offsets = OffsetRules.load();
    /** By number of the edition; those of the release first. */
    private volatile List<SufficiencyRules> editions = List.of(shipped);

    /** The rules of sufficiency at one time, with the edition that they are. */
    public record InForce(RulesEdition edition, SufficiencyRules rules) {}

    /** What each category needs. */
    public InForce inForce() {
        List<SufficiencyRules> all = editions;
        SufficiencyRules last = all.getLast();
        return new InForce(new RulesEdition(all.size() - 1, last.version()), last);
    }

    /** The rules of an edition; empty where it is not known here yet, or there is none of that number. */
    public Optional<SufficiencyRules> edition(int number) {
        List<SufficiencyRules> all = editions;
        return number < 0 || number >= all.size() ? Optional.empty() : Optional.of(all.get(number));
    }

    /** A requirement as an edition had it; as the rules in force have it where that edition is not known, or has none. */
    public Optional<Requirement> requirement(int number, String id) {
        return edition(number)
                .flatMap(rules -> rules.find(id))
                .or(() -> inForce().rules().find(id));
    }

    /** Puts the operator's editions into force, in their order. */
    public void use(List<SufficiencyRules> given) {
        editions = Stream.concat(Stream.of(shipped), given.stream()).toList();
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
