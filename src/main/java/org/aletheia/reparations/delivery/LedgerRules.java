package org.aletheia.reparations.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.Delivery;
import org.aletheia.reparations.claim.Money;

/** What an entry must keep to, so that no balance can be less than nothing. */
public final class LedgerRules {
    /** What an entry of a kind answers to. */
    private static final Map<String, String> ANSWERS_TO = Map.of(
            "confirmed",
            Ledger.REPORTED,
            "shown-otherwise",
            Ledger.REPORTED,
            "contested",
            Ledger.REPORTED,
            Ledger.RELEASED,
            Ledger.HELD);

    private final Ledger ledger;
    private final Findings findings;

    public LedgerRules(Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    /**
     * Adds {@code award-unknown}, {@code amount-for-form}, {@code currency-of-award}, {@code delivery-entry-unknown}, {@code
     * delivery-exceeds-award}, {@code delivery-exceeds-entry}, {@code held-exceeds-undelivered}, {@code
     * delivery-answered} or {@code correction-by-other}.
     */
    public void check(Delivery next) {
        Optional<Award> award = ledger.award(next.award());
        if (findings.require(award.isPresent(), "/award", "award-unknown")) {
            if (amount(next, award.orElseThrow())) {
                kind(next, award.orElseThrow());
            }
        }
    }

    private boolean amount(Delivery next, Award award) {
        Money owed = award.amount();
        Money given = next.amount();
        if (owed == null || given == null) {
            boolean neither = owed == null && given == null;
            return findings.require(neither, "/amount", "amount-for-form");
        }
        boolean same = owed.currency().equals(given.currency());
        return findings.require(same, "/amount/currency", "currency-of-award");
    }

    private void kind(Delivery next, Award award) {
        switch (next.kind()) {
            case Ledger.REPORTED -> reported(next, award);
            case Ledger.HELD -> held(next, award);
            case Ledger.CORRECTED -> corrected(next, award);
            default -> answer(next);
        }
    }

    private void reported(Delivery next, Award award) {
        findings.require(next.of() == null, "/of", "delivery-entry-unknown");
        if (award.amount() != null) {
            Balance after = ledger.with(next).balance(award);
            long left = award.amount().amount() - after.delivered() - after.held();
            findings.require(left >= 0, "/amount", "delivery-exceeds-award", Map.of("by", -left));
        }
    }

    /** What is held is kept apart for the claimant: it cannot be reported before it is released. */
    private void held(Delivery next, Award award) {
        findings.require(next.of() == null, "/of", "delivery-entry-unknown");
        if (findings.require(award.amount() != null, "/kind", "amount-for-form")) {
            Balance after = ledger.with(next).balance(award);
            long undelivered = after.undelivered() == null ? 0 : after.undelivered();
            findings.require(after.held() <= undelivered, "/amount", "held-exceeds-undelivered");
        }
    }

    private void answer(Delivery next) {
        Optional<Delivery> to = answered(next).filter(entry -> entry.kind().equals(ANSWERS_TO.get(next.kind())));
        if (findings.require(to.isPresent(), "/of", "delivery-entry-unknown")) {
            Set<String> beside = next.kind().equals(Ledger.RELEASED) ? Set.of(Ledger.RELEASED) : Ledger.ANSWERS;
            Delivery entry = to.orElseThrow();
            long left = ledger.counting(entry) - ledger.answered(entry, beside);
            findings.require(Ledger.units(next) <= left, "/amount", "delivery-exceeds-entry", Map.of("left", left));
        }
    }

    private void corrected(Delivery next, Award award) {
        Optional<Delivery> to = answered(next).filter(entry -> !entry.kind().equals(Ledger.CORRECTED));
        if (!findings.require(to.isPresent(), "/of", "delivery-entry-unknown")) {
            return;
        }
        Delivery entry = to.orElseThrow();
        boolean same = entry.by().organisation().equals(next.by().organisation());
        findings.require(same, "/of", "correction-by-other");
        long counts = ledger.counting(entry);
        boolean enough = Ledger.units(next) <= counts;
        findings.require(enough, "/amount", "delivery-exceeds-entry", Map.of("left", counts));
        if (same && enough) {
            notBelowItsAnswers(next, entry, award);
        }
    }

    /** A report that somebody has answered for so much cannot become less: the answer is corrected first. */
    private void notBelowItsAnswers(Delivery next, Delivery entry, Award award) {
        Set<String> answers = entry.kind().equals(Ledger.HELD) ? Set.of(Ledger.RELEASED) : Ledger.ANSWERS;
        Ledger after = ledger.with(next);
        boolean covered = after.counting(entry) >= after.answered(entry, answers);
        findings.require(covered, "/of", "delivery-answered");
        if (award.amount() != null) {
            Balance balance = after.balance(award);
            long undelivered = balance.undelivered() == null ? 0 : balance.undelivered();
            findings.require(balance.held() <= undelivered, "/amount", "held-exceeds-undelivered");
        }
    }

    private Optional<Delivery> answered(Delivery next) {
        return next.of() == null
                ? Optional.empty()
                : ledger.entry(next.of()).filter(entry -> entry.award() == next.award());
    }
}
