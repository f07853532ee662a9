package org.aletheia.reparations.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.Assessment.Assessed;
import org.aletheia.reparations.claim.Assessment.Rate;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.Computation.Line;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is owed: what was assessed, less what was settled elsewhere for the same head of loss, as far as the rules take
 * it off, never below nothing; what one head has too much of is not taken off another. Arithmetic is exact. A conversion
 * uses the rate that the officer entered; a part of a minor unit counts for the claimant, on either side.
 */
public final class Offsets {
    private final OffsetRules rules;

    public Offsets(OffsetRules rules) {
        this.rules = rules;
    }

    /**
     * The computation, or null with findings {@code rate-missing}, {@code loss-unknown}, {@code loss-assessed-twice} or
     * {@code amount-range}, their pointers below {@code at}.
     */
    public @Nullable Computation of(
            List<Loss> losses, List<Settlement> settlements, Assessment assessment, String at, Findings findings) {
        Run run = new Run(assessment, at, findings);
        run.assessed(losses);
        settlements.forEach(run::settled);
        return run.result();
    }

    /** One computation. */
    private final class Run {
        private final Assessment assessment;
        private final String at;
        private final Findings findings;
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, Long> remaining = new LinkedHashMap<>();
        private boolean broken;

        Run(Assessment assessment, String at, Findings findings) {
            this.assessment = assessment;
            this.at = at;
            this.findings = findings;
        }

        void assessed(List<Loss> losses) {
            List<Integer> seen = new ArrayList<>();
            for (int i = 0; i < assessment.losses().size(); i++) {
                Assessed each = assessment.losses().get(i);
                String pointer = at + "/losses/" + i + "/loss";
                boolean known = require(each.loss() >= 0 && each.loss() < losses.size(), pointer, "loss-unknown");
                boolean once = require(!seen.contains(each.loss()), pointer, "loss-assessed-twice");
                seen.add(each.loss());
                if (known && once) {
                    assess(losses.get(each.loss()).head(), each.amount());
                }
            }
        }

        private void assess(String head, Money amount) {
            lines.add(new Line("assessed", head, amount, null, null));
            Money here = converted(head, amount, RoundingMode.UP);
            if (here != null) {
                remaining.merge(head, here.amount(), Math::addExact);
            }
        }

        void settled(Settlement settlement) {
            String head = settlement.head();
            Long left = remaining.get(head);
            if (left == null || !rules.takesOff(settlement.kind(), head)) {
                lines.add(new Line("not-offset", head, settlement.amount(), settlement.kind(), null));
                return;
            }
            Money here = converted(head, settlement.amount(), RoundingMode.DOWN);
            if (here != null) {
                long off = Math.min(left, here.amount());
                remaining.put(head, left - off);
                lines.add(new Line("offset", head, money(off), settlement.kind(), null));
            }
        }

        /** In the currency of the sum; null where no rate was entered. */
        private @Nullable Money converted(String head, Money amount, RoundingMode rounding) {
            if (amount.currency().equals(assessment.currency())) {
                return amount;
            }
            Optional<Rate> rate = assessment.rates().stream()
                    .filter(each ->
                            each.from().equals(amount.currency()) && each.to().equals(assessment.currency()))
                    .findFirst();
            if (rate.isEmpty()) {
                broken = true;
                findings.add(
                        at + "/rates", "rate-missing", Map.of("from", amount.currency(), "to", assessment.currency()));
                return null;
            }
            BigDecimal minor = new BigDecimal(rate.get().rate())
                    .multiply(BigDecimal.valueOf(amount.amount()))
                    .scaleByPowerOfTen(Money.digits(assessment.currency()) - Money.digits(amount.currency()))
                    .setScale(0, rounding);
            if (!require(minor.compareTo(BigDecimal.valueOf(Money.MOST)) <= 0, at, "amount-range")) {
                return null;
            }
            Money here = money(minor.longValueExact());
            lines.add(new Line("converted", head, here, null, rate.get()));
            return here;
        }

        @Nullable
        Computation result() {
            long sum = remaining.values().stream().mapToLong(Long::longValue).sum();
            require(!broken && sum <= Money.MOST, at, "amount-range", !broken);
            if (broken) {
                return null;
            }
            remaining.forEach((head, left) -> lines.add(new Line("net", head, money(left), null, null)));
            lines.add(new Line("total", null, money(sum), null, null));
            return new Computation(rules.version(), money(sum), lines);
        }

        private Money money(long amount) {
            return new Money(amount, assessment.currency());
        }

        private boolean require(boolean holds, String pointer, String code) {
            return require(holds, pointer, code, true);
        }

        private boolean require(boolean holds, String pointer, String code, boolean tell) {
            if (!holds && tell) {
                findings.add(pointer, code);
            }
            broken |= !holds;
            return holds;
        }
    }
}
