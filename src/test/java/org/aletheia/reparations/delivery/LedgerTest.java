package org.aletheia.reparations.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.reparations.SomeClaim;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Delivery;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.ReparationClaim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LedgerTest {
    private static final long SEED = 20_261_129;
    private static final List<String> KINDS =
            List.of("reported", "confirmed", "shown-otherwise", "contested", "held", "released", "corrected");
    private static final List<Award> AWARDS = List.of(
            new Award(1, "REP-COMPENSATION(d)", "individual", euros(1000)),
            new Award(2, "REP-SATISFACTION(e)", "symbolic", null),
            new Award(3, "REP-COMPENSATION(c)", "individual", euros(50)));

    /** Random entries, most of them refused: whatever is accepted adds up, entry by entry, and nothing falls below nothing. */
    @Test
    void aBalanceIsTheSumOfItsEntriesWhateverWasAccepted() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            ReparationClaim claim = decided();
            for (int i = 0; i < 60; i++) {
                claim = tried(claim, random);
            }
            Ledger ledger = ledger(claim);
            for (Award award : AWARDS) {
                checkBalance(ledger.balance(award), award, claim.proceedings().deliveries(), "run " + run);
            }
        }
    }

    private static void checkBalance(Balance balance, Award award, List<Delivery> entries, String run) {
        Map<String, Long> naive = new HashMap<>();
        for (Delivery entry : entries) {
            if (entry.award() == award.number()) {
                long units = entry.amount() == null ? 1 : entry.amount().amount();
                boolean corrects = entry.kind().equals("corrected");
                String kind = corrects ? entries.get(of(entry) - 1).kind() : entry.kind();
                naive.merge(kind, corrects ? -units : units, Long::sum);
            }
        }
        assertThat(balance.reported()).as(run).isEqualTo(naive.getOrDefault("reported", 0L));
        assertThat(balance.confirmed()).isEqualTo(naive.getOrDefault("confirmed", 0L));
        assertThat(balance.shownOtherwise()).isEqualTo(naive.getOrDefault("shown-otherwise", 0L));
        assertThat(balance.contested()).isEqualTo(naive.getOrDefault("contested", 0L));
        long held = naive.getOrDefault("held", 0L) - naive.getOrDefault("released", 0L);
        assertThat(balance.held()).isEqualTo(held);
        assertThat(balance.delivered()).isEqualTo(balance.reported() - balance.contested());
        assertThat(List.of(balance.reported(), balance.open(), balance.delivered(), balance.held()))
                .as(run + " of seed " + SEED)
                .allMatch(units -> units >= 0);
        if (balance.awarded() != null && balance.undelivered() != null) {
            assertThat(balance.undelivered() + balance.delivered()).isEqualTo(balance.awarded());
            assertThat(balance.held()).isLessThanOrEqualTo(balance.undelivered());
        }
    }

    private static int of(Delivery entry) {
        return entry.of() == null ? 0 : entry.of();
    }

    private static ReparationClaim tried(ReparationClaim claim, Random random) {
        int last = claim.proceedings().deliveries().size();
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        int award = 1 + random.nextInt(3);
        boolean answers = !List.of("reported", "held").contains(kind);
        DeliveryDraft draft = new DeliveryDraft(
                kind,
                award,
                award == 2 ? null : euros(1 + random.nextInt(120)),
                "2026-03-05",
                answers ? 1 + random.nextInt(last + 1) : null,
                "entry-error",
                null,
                SomeClaim.CLAIMANT);
        Findings findings = new Findings();
        try {
            ReparationClaim next = DeliveryEntries.add(claim, draft, SomeClaim.OFFICER, findings);
            assertThat(next.proceedings().deliveries().subList(0, last))
                    .as("what was entered stays")
                    .isEqualTo(claim.proceedings().deliveries());
            return next;
        } catch (ProblemException e) {
            assertThat(e.findings()).isNotEmpty();
            return claim;
        }
    }

    @Test
    void partsAreReportedConfirmedAndContested() {
        ReparationClaim claim = add(decided(), entry("reported", 1, 600, null), SomeClaim.OFFICER);
        claim = add(claim, entry("confirmed", 1, 400, 1), SomeClaim.FILER);
        claim = add(claim, entry("contested", 1, 150, 1), SomeClaim.FILER);
        claim = add(claim, entry("held", 1, 500, null), SomeClaim.OFFICER);
        assertThat(ledger(claim).balances().getFirst())
                .isEqualTo(new Balance(1, "EUR", 1000L, 600, 400, 0, 150, 450, 50, 550L, 500));
        claim = add(claim, entry("released", 1, 500, 4), SomeClaim.OFFICER);
        claim = add(claim, entry("corrected", 1, 100, 3), SomeClaim.FILER);
        assertThat(ledger(claim).balances().getFirst())
                .isEqualTo(new Balance(1, "EUR", 1000L, 600, 400, 0, 50, 550, 150, 450L, 0));
        claim = add(claim, entry("reported", 2, null, null), SomeClaim.OFFICER);
        claim = add(claim, entry("shown-otherwise", 2, null, 7), SomeClaim.OFFICER);
        assertThat(ledger(claim).balances().get(1)).isEqualTo(new Balance(2, null, null, 1, 0, 1, 0, 1, 0, null, 0));
    }

    @Test
    void eachEntryThatCannotBeIsRefusedForItsReason() {
        ReparationClaim claim = add(decided(), entry("reported", 1, 600, null), SomeClaim.OFFICER);
        claim = add(claim, entry("confirmed", 1, 600, 1), SomeClaim.FILER);
        assertFound(claim, entry("reported", 9, 1, null), new Finding("/award", "award-unknown"));
        assertFound(claim, entry("reported", 1, null, null), new Finding("/amount", "amount-for-form"));
        assertFound(claim, entry("reported", 2, 5, null), new Finding("/amount", "amount-for-form"));
        assertFound(
                claim,
                entry("reported", 1, 401, null),
                new Finding("/amount", "delivery-exceeds-award", Map.of("by", 1L)));
        assertFound(claim, entry("confirmed", 1, 1, null), new Finding("/of", "delivery-entry-unknown"));
        assertFound(claim, entry("confirmed", 1, 1, 2), new Finding("/of", "delivery-entry-unknown"));
        assertFound(claim, entry("confirmed", 3, 1, 1), new Finding("/of", "delivery-entry-unknown"));
        assertFound(
                claim,
                entry("contested", 1, 1, 1),
                new Finding("/amount", "delivery-exceeds-entry", Map.of("left", 0L)));
        assertFound(claim, entry("held", 1, 401, null), new Finding("/amount", "held-exceeds-undelivered"));
        assertFound(claim, entry("held", 2, null, null), new Finding("/kind", "amount-for-form"));
        assertFound(claim, entry("corrected", 1, 1, 1), new Finding("/of", "delivery-answered"));
        assertFound(claim, entry("corrected", 1, 1, 2), new Finding("/of", "correction-by-other"));
        DeliveryDraft dollars =
                new DeliveryDraft("reported", 1, new Money(1, "USD"), "2026-03-05", null, null, null, null);
        assertFound(claim, dollars, new Finding("/amount/currency", "currency-of-award"));
        DeliveryDraft bare = new DeliveryDraft("contested", 1, euros(1), "2026-03-05", 1, null, null, null);
        assertFound(
                claim,
                bare,
                new Finding("/reason", "required"),
                new Finding("/person", "confirmation-by"),
                new Finding("/amount", "delivery-exceeds-entry", Map.of("left", 0L)));
    }

    @Test
    void successorsSpeakForWhoDied() {
        UUID heir = new UUID(7, 2);
        ReparationClaim claim = add(decided(), entry("reported", 1, 600, null), SomeClaim.OFFICER);
        Proceedings before = claim.proceedings();
        ReparationClaim succeeded = claim.at(
                ClaimStatus.DECIDED,
                new Proceedings(
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        before.awards(),
                        before.deliveries(),
                        List.of(heir),
                        null));
        assertFound(succeeded, entry("confirmed", 1, 1, 1), new Finding("/person", "confirmation-by"));
        DeliveryDraft byHeir = new DeliveryDraft("confirmed", 1, euros(1), "2026-03-05", 1, null, null, heir);
        assertThat(add(succeeded, byHeir, SomeClaim.FILER).proceedings().deliveries())
                .hasSize(2);
    }

    @Test
    void nothingIsDeliveredBeforeADecision() {
        ReparationClaim claim =
                decided().at(ClaimStatus.UNDER_DECISION, decided().proceedings());
        ProblemException refused = refused(claim, entry("reported", 1, 1, null));
        assertThat(refused.type()).isEqualTo(ProblemType.STATE_REFUSED);
        assertThat(refused.findings()).extracting(Finding::code).containsExactly("delivery-not-possible");
    }

    @Test
    void aLedgerIsBounded() {
        List<Delivery> many = new ArrayList<>();
        for (int i = 1; i <= DeliveryEntries.MOST; i++) {
            many.add(new Delivery(i, 2, "reported", null, "2026-03-05", null, null, null, null, SomeClaim.OFFICER));
        }
        ReparationClaim claim = decided();
        for (Delivery entry : many) {
            claim = claim.at(ClaimStatus.DECIDED, claim.proceedings().delivered(entry));
        }
        assertFound(claim, entry("reported", 2, null, null), new Finding("", "too-many", Map.of("max", 1000)));
    }

    private static ReparationClaim add(ReparationClaim claim, DeliveryDraft draft, By by) {
        return DeliveryEntries.add(claim, draft, by, new Findings());
    }

    private static void assertFound(ReparationClaim claim, DeliveryDraft draft, Finding... findings) {
        assertThat(refused(claim, draft).findings()).as(draft.toString()).containsExactly(findings);
    }

    private static ProblemException refused(ReparationClaim claim, DeliveryDraft draft) {
        return catchThrowableOfType(ProblemException.class, () -> add(claim, draft, SomeClaim.OFFICER));
    }

    private static Ledger ledger(ReparationClaim claim) {
        return new Ledger(AWARDS, claim.proceedings().deliveries());
    }

    private static ReparationClaim decided() {
        Proceedings proceedings = new Proceedings(
                null, List.of(), List.of(), List.of(), List.of(), List.of(), AWARDS, List.of(), List.of(), null);
        return new SomeClaim().at(ClaimStatus.DECIDED, proceedings).build();
    }

    private static DeliveryDraft entry(String kind, int award, @Nullable Integer amount, @Nullable Integer of) {
        return new DeliveryDraft(
                kind,
                award,
                amount == null ? null : euros(amount),
                "2026-03-05",
                of,
                "entry-error",
                null,
                SomeClaim.CLAIMANT);
    }

    private static Money euros(long amount) {
        return new Money(amount, "EUR");
    }
}
