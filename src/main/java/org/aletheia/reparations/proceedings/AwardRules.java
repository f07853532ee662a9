package org.aletheia.reparations.proceedings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.delivery.Balance;
import org.aletheia.reparations.delivery.Ledger;
import org.aletheia.reparations.proceedings.StepContent.AwardDraft;
import org.aletheia.reparations.proceedings.StepContent.Decided;
import org.jspecify.annotations.Nullable;

/** What the awards of a decision must keep to. */
final class AwardRules {
    private static final String COMPENSATION = "REP-COMPENSATION";
    private static final String INTERIM = "interim";
    private static final Set<String> GRANTS = Set.of("granted", "partly-granted");

    private final Findings findings;
    private final Proceedings before;

    AwardRules(Findings findings, Proceedings before) {
        this.findings = findings;
        this.before = before;
    }

    /** Puts the awards of a decision among those that stand. */
    void decide(Decided decided, @Nullable Computation computed, List<Award> awards) {
        boolean grants = GRANTS.contains(decided.outcome());
        findings.require(grants || decided.awards().isEmpty(), "/awards", "award-without-grant");
        for (int i = 0; i < decided.awards().size(); i++) {
            put(decided.awards().get(i), "/awards/" + i, awards);
        }
        if (computed != null && grants) {
            asComputed(computed, awards);
        }
    }

    private void put(AwardDraft draft, String at, List<Award> awards) {
        Integer replaces = draft.replaces();
        if (replaces == null) {
            awards.add(new Award(awards.size() + 1, draft.form(), draft.scope(), draft.amount()));
            return;
        }
        boolean known = replaces >= 1 && replaces <= before.awards().size();
        if (findings.require(known, at + "/replaces", "award-unknown")) {
            Award old = before.awards().get(replaces - 1);
            Award next = new Award(replaces, draft.form(), draft.scope(), draft.amount());
            keepsDelivered(old, next, at);
            awards.set(replaces - 1, next);
        }
    }

    /** What was delivered or is held under an award stays true after a review. */
    private void keepsDelivered(Award old, Award next, String at) {
        Balance balance = new Ledger(before.awards(), before.deliveries()).balance(old);
        if (before.deliveries().stream().noneMatch(entry -> entry.award() == old.number())) {
            return;
        }
        boolean alike = Objects.equals(currency(old.amount()), currency(next.amount()));
        long owed = next.amount() == null ? Long.MAX_VALUE : next.amount().amount();
        boolean covers = balance.delivered() + balance.held() <= owed;
        findings.require(alike && covers, at + "/amount", "award-below-delivered");
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.currency();
    }

    /** Compensation is what was computed, neither more nor less; interim awards are paid ahead of it and part of it. */
    private void asComputed(Computation computed, List<Award> awards) {
        Money net = computed.net();
        List<Money> given = awards.stream()
                .filter(award ->
                        award.form().startsWith(COMPENSATION) && !award.scope().equals(INTERIM))
                .map(Award::amount)
                .filter(Objects::nonNull)
                .toList();
        boolean alike = given.stream().allMatch(each -> each.currency().equals(net.currency()));
        long sum = given.stream().mapToLong(Money::amount).sum();
        findings.require(
                alike && sum == net.amount(),
                "/awards",
                "award-not-computed",
                Map.of("computed", net.amount(), "awarded", sum, "currency", net.currency()));
    }
}
