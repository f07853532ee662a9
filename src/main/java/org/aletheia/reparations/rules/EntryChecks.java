package org.aletheia.reparations.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Finding;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.rules.EntryRules.Register;

/** Warns of usual errors. A warning never blocks: the claimant may know better than the rule. */
public final class EntryChecks {
    private final EntryRules rules;

    public EntryChecks(EntryRules rules) {
        this.rules = rules;
    }

    /** All warnings, with pointers into the claim as it is written. */
    public List<Finding> of(ReparationClaim claim) {
        List<Finding> warnings = new ArrayList<>();
        for (int i = 0; i < claim.categories().size(); i++) {
            category(claim, claim.categories().get(i), "/categories/" + i, warnings);
        }
        Set<String> lists = new LinkedHashSet<>();
        claim.categories().forEach(each -> lists.add(each.list()));
        lists.forEach(list -> facts(claim, list, warnings));
        for (Register register : rules.registers()) {
            if (lists.contains(register.list())) {
                scope(claim, register, warnings);
            }
        }
        for (int i = 0; i < claim.losses().size(); i++) {
            loss(claim.losses().get(i), "/losses/" + i, warnings);
        }
        return warnings;
    }

    private void category(ReparationClaim claim, ListedCode category, String at, List<Finding> warnings) {
        List<String> fitting = rules.facts().stream()
                .filter(rule -> rule.list().equals(category.list())
                        && rule.codes().stream()
                                .anyMatch(code -> category.code().startsWith(code)))
                .map(EntryRules.Fact::fact)
                .toList();
        boolean told =
                fitting.isEmpty() || claim.facts().isEmpty() || fitting.stream().anyMatch(claim.facts()::contains);
        if (!told) {
            warnings.add(new Finding(at + "/code", "category-without-facts", Map.of("facts", fitting)));
        }
        boolean alone = rules.registers().stream()
                .filter(register -> register.list().equals(category.list()))
                .flatMap(register -> register.onePerson().stream())
                .anyMatch(category.code()::startsWith);
        if (alone && severalPersons(claim)) {
            warnings.add(new Finding(at + "/code", "one-claim-a-person"));
        }
    }

    /** A representative who acts for one other person claims for one. */
    private static boolean severalPersons(ReparationClaim claim) {
        boolean forThemselves = Set.of("own-behalf", "family-member").contains(claim.capacity());
        int others = claim.onBehalfOf().size();
        return claim.capacity().equals("collective-representative") || others > 1 || (forThemselves && others > 0);
    }

    private void facts(ReparationClaim claim, String list, List<Finding> warnings) {
        List<String> held = claim.categories().stream()
                .filter(each -> each.list().equals(list))
                .map(ListedCode::code)
                .toList();
        for (int i = 0; i < claim.facts().size(); i++) {
            String fact = claim.facts().get(i);
            List<String> codes = rules.facts().stream()
                    .filter(rule -> rule.list().equals(list) && rule.fact().equals(fact))
                    .flatMap(rule -> rule.codes().stream())
                    .toList();
            if (!codes.isEmpty() && codes.stream().noneMatch(held::contains)) {
                warnings.add(new Finding(
                        "/facts/" + i, "category-not-for-facts", Map.of("list", list, "suggestions", codes)));
            }
        }
    }

    private static void scope(ReparationClaim claim, Register register, List<Finding> warnings) {
        UncertainDate date = claim.harmDate();
        if (date != null && !inTime(date, register)) {
            warnings.add(new Finding("/harmDate", "date-outside-register", Map.of("list", register.list())));
        }
        boolean anywhere = claim.harmCountry() == null || register.countries().isEmpty();
        if (!anywhere && !register.countries().contains(String.valueOf(claim.harmCountry()))) {
            warnings.add(new Finding(
                    "/harmCountry",
                    "place-outside-register",
                    Map.of("list", register.list(), "countries", register.countries())));
        }
    }

    /** A date that may lie inside is inside: the claimant is not warned for not knowing exactly. */
    private static boolean inTime(UncertainDate date, Register register) {
        String from = register.from() == null ? ".." : register.from();
        String to = register.to() == null ? ".." : register.to();
        return from.equals(to) || date.overlaps(UncertainDate.parse(from + "/" + to));
    }

    private static void loss(Loss loss, String at, List<Finding> warnings) {
        if (loss.amount() == null) {
            warnings.add(new Finding(at + "/amount", "loss-without-amount"));
        } else if (loss.method() == null) {
            warnings.add(new Finding(at + "/method", "loss-without-method"));
        }
    }
}
