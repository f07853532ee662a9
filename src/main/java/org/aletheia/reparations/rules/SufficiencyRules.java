package org.aletheia.reparations.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each category needs ({@code /reparations/sufficiency.json}).
 *
 * @param version changes whenever the rules do
 * @param source whose rules they are
 */
public record SufficiencyRules(
        String version,
        String source,
        List<Requirement> requirements,
        List<Category> categories,
        List<NeverAsked> neverAsked) {
    private static final String ANY = "*";

    public SufficiencyRules {
        requirements = List.copyOf(requirements);
        categories = List.copyOf(categories);
        neverAsked = List.copyOf(neverAsked);
    }

    /**
     * Something that must be shown, in one of several ways.
     *
     * @param anyOf {@code narrative}, {@code losses}, {@code valued} (each loss has an amount and a method), {@code
     *     check:<code of claim-check>} or {@code proof:<code of claim-proof>}
     * @param texts what is missing, in plain words, by language
     */
    public record Requirement(String id, List<String> anyOf, Map<String, String> texts) {
        public Requirement {
            anyOf = List.copyOf(anyOf);
            texts = Map.copyOf(texts);
        }
    }

    /**
     * What a category needs.
     *
     * @param list code list of a register, {@code *} for all
     * @param code of the category, or the beginning of several; {@code *} for all
     * @param needs ids of requirements
     */
    public record Category(String list, String code, List<String> needs) {
        public Category {
            needs = List.copyOf(needs);
        }
    }

    /** What is asked of nobody who states this fact, whatever the category. */
    public record NeverAsked(String fact, List<String> proofs) {
        public NeverAsked {
            proofs = List.copyOf(proofs);
        }
    }

    /** The rules of this release. */
    static SufficiencyRules load() {
        return RuleResources.read("sufficiency.json", SufficiencyRules.class);
    }

    /** The requirement of that id. */
    public Optional<Requirement> find(String id) {
        return requirements.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What a category needs: by the rule with the longest beginning in common, else by the rule for all. */
    public List<Requirement> needs(String list, String code) {
        Category best = categories.getFirst();
        for (Category each : categories) {
            boolean fits = each.list().equals(list) && code.startsWith(each.code());
            boolean closer = best.list().equals(ANY)
                    || each.code().length() > best.code().length();
            best = fits && closer ? each : best;
        }
        return best.needs().stream().map(id -> find(id).orElseThrow()).toList();
    }
}
