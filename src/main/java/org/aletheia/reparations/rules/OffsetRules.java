package org.aletheia.reparations.rules;

import java.util.List;

/**
 * Which settlements are taken off which head of loss ({@code /reparations/offsets.json}).
 *
 * @param version changes whenever the rules do
 */
public record OffsetRules(String version, String source, List<Rule> rules) {
    public OffsetRules {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param kind code of {@code settlement-kind}
     * @param heads codes of {@code loss-head}; {@code *} for all, none where it is never taken off
     */
    public record Rule(String kind, List<String> heads) {
        public Rule {
            heads = List.copyOf(heads);
        }
    }

    /** The rules of this release. */
    static OffsetRules load() {
        return RuleResources.read("offsets.json", OffsetRules.class);
    }

    /** Whether a settlement is taken off a loss; not, unless a rule says so. */
    boolean takesOff(String kind, String head) {
        return rules.stream()
                .filter(rule -> rule.kind().equals(kind))
                .anyMatch(rule -> rule.heads().contains("*") || rule.heads().contains(head));
    }
}
