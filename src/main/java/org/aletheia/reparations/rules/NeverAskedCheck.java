package org.aletheia.reparations.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.rules.SufficiencyRules.NeverAsked;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;

/** What no rule may ask: an edition adds to it and takes nothing away, and leaves nobody without another way. */
final class NeverAskedCheck {
    private static final String PROOF = "proof:";

    private final Findings findings;
    private final List<Requirement> requirements;
    private final List<NeverAsked> never;

    NeverAskedCheck(Findings findings, List<Requirement> requirements, List<NeverAsked> never) {
        this.findings = findings;
        this.requirements = requirements;
        this.never = never;
    }

    /**
     * Adds {@code never-asked-missing} for each proof that the release asks of nobody in some place and the rules would,
     * and {@code only-never-asked} for each requirement that nothing else would meet.
     */
    void check(List<NeverAsked> shipped) {
        for (NeverAsked held : shipped) {
            for (String proof : held.proofs()) {
                boolean kept = never.stream()
                        .anyMatch(each ->
                                each.fact().equals(held.fact()) && each.proofs().contains(proof));
                findings.require(
                        kept, "/neverAsked", "never-asked-missing", Map.of("fact", held.fact(), "proof", proof));
            }
        }
        for (Requirement requirement : requirements) {
            for (NeverAsked each : never) {
                Set<String> ways = ways(each);
                boolean other = requirement.anyOf().isEmpty()
                        || requirement.anyOf().stream().anyMatch(way -> !ways.contains(way));
                findings.require(
                        other,
                        "/requirements",
                        "only-never-asked",
                        Map.of("requirement", requirement.id(), "fact", each.fact()));
            }
        }
    }

    /**
     * Adds {@code asks-never-asked} for each category of such a fact that would accept what nobody is asked for: that is
     * read as asking for it.
     */
    static void ofCategories(SufficiencyRules rules, EntryRules entry, Findings findings) {
        for (NeverAsked each : rules.neverAsked()) {
            Set<String> ways = ways(each);
            for (EntryRules.Fact fact : entry.facts()) {
                if (fact.fact().equals(each.fact())) {
                    fact.codes().forEach(code -> {
                        boolean asks = rules.needs(fact.list(), code).stream()
                                .anyMatch(need -> need.anyOf().stream().anyMatch(ways::contains));
                        findings.require(
                                !asks,
                                "/categories",
                                "asks-never-asked",
                                Map.of("list", fact.list(), "code", code, "fact", each.fact()));
                    });
                }
            }
        }
    }

    private static Set<String> ways(NeverAsked never) {
        return never.proofs().stream().map(PROOF::concat).collect(Collectors.toSet());
    }
}
