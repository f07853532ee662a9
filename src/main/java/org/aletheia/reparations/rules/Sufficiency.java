package org.aletheia.reparations.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;

/** Whether a claim has what its categories need. Says what is missing, never that anything is doubted. */
public final class Sufficiency {
    private static final String CHECK = "check:";
    private static final String PROOF = "proof:";
    private static final String OWN_BEHALF = "own-behalf";

    private final SufficiencyRules rules;

    public Sufficiency(SufficiencyRules rules) {
        this.rules = rules;
    }

    /** One category of a claim. */
    public record OfCategory(String list, String code, List<Need> needs) {
        public OfCategory {
            needs = List.copyOf(needs);
        }

        /** Whether nothing is missing. */
        public boolean complete() {
            return needs.stream().allMatch(Need::met);
        }
    }

    /**
     * One requirement.
     *
     * @param by what of the claim meets it; nothing where it is open
     * @param accepts any one of these would meet it; leaves out what nobody may be asked for
     */
    public record Need(Requirement requirement, List<String> by, List<String> accepts) {
        public Need {
            by = List.copyOf(by);
            accepts = List.copyOf(accepts);
        }

        /** Whether it is met. */
        public boolean met() {
            return !by.isEmpty();
        }
    }

    /** What the categories of a claim need and have. */
    public List<OfCategory> of(ReparationClaim claim) {
        return claim.categories().stream().map(category -> of(claim, category)).toList();
    }

    private OfCategory of(ReparationClaim claim, ListedCode category) {
        List<Need> needs = rules.needs(category.list(), category.code()).stream()
                .filter(each ->
                        !each.id().equals("authority") || !claim.capacity().equals(OWN_BEHALF))
                .map(each -> need(claim, each))
                .toList();
        return new OfCategory(category.list(), category.code(), needs);
    }

    private Need need(ReparationClaim claim, Requirement requirement) {
        return new Need(
                requirement,
                requirement.anyOf().stream().filter(way -> has(claim, way)).toList(),
                accepts(claim, requirement));
    }

    /** The ways of a requirement that this claimant may be told of: not those that nobody in their place is asked for. */
    public List<String> accepts(ReparationClaim claim, Requirement requirement) {
        Set<String> never = neverAsked(claim);
        return requirement.anyOf().stream().filter(way -> !never.contains(way)).toList();
    }

    private Set<String> neverAsked(ReparationClaim claim) {
        Set<String> never = new HashSet<>();
        rules.neverAsked().stream()
                .filter(each -> claim.facts().contains(each.fact()))
                .forEach(each -> each.proofs().forEach(proof -> never.add(PROOF + proof)));
        return never;
    }

    private static boolean has(ReparationClaim claim, String way) {
        if (way.startsWith(CHECK)) {
            return claim.proceedings().checked(way.substring(CHECK.length()));
        }
        if (way.startsWith(PROOF)) {
            return claim.proofs().stream().anyMatch(proof -> proof.kind().equals(way.substring(PROOF.length())));
        }
        return switch (way) {
            case "narrative" -> claim.narrative() != null;
            case "losses" -> !claim.losses().isEmpty();
            case "valued" ->
                !claim.losses().isEmpty() && claim.losses().stream().allMatch(Sufficiency::valued);
            default -> throw new IllegalStateException("rules ask for " + way);
        };
    }

    private static boolean valued(Loss loss) {
        return loss.amount() != null && loss.method() != null;
    }
}
