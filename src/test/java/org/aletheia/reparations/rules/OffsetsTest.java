package org.aletheia.reparations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.SomeClaim;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.Assessment.Assessed;
import org.aletheia.reparations.claim.Assessment.Rate;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.Computation.Line;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.Settlement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class OffsetsTest {
    private static final long SEED = 20_261_130;
    private static final Rate RATE = new Rate("USD", "EUR", "0.333", "2026-03-05");

    private final OffsetRules rules = OffsetRules.load();
    private final Offsets offsets = new Offsets(rules);
    private final Findings findings = new Findings();

    @Test
    void everyKindOfSettlementHasARuleAndEveryHeadIsKnown() {
        CodeLists lists = new CodeLists();
        assertThat(rules.rules().stream().map(OffsetRules.Rule::kind))
                .containsExactlyInAnyOrderElementsOf(lists.find("settlement-kind").orElseThrow().codes().stream()
                        .map(CodeEntry::code)
                        .toList());
        assertThat(rules.rules())
                .flatExtracting(OffsetRules.Rule::heads)
                .allMatch(head -> head.equals("*")
                        || lists.find("loss-head").orElseThrow().find(head).isPresent());
    }

    @Test
    void aidIsNeverTakenOffAndInsuranceOnlyOfWhatItCovers() {
        Computation computed = compute(
                losses("immovable-property", "non-material"),
                List.of(
                        settled("humanitarian-aid", "immovable-property", 500, "EUR"),
                        settled("insurance", "immovable-property", 300, "EUR"),
                        settled("insurance", "non-material", 300, "EUR"),
                        settled("payment", "income", 100, "EUR")),
                assessment(List.of(), euros(0, 1000), euros(1, 200)));
        assertThat(computed)
                .isEqualTo(new Computation(
                        rules.version(),
                        new Money(900, "EUR"),
                        List.of(
                                line("assessed", "immovable-property", 1000, null),
                                line("assessed", "non-material", 200, null),
                                line("not-offset", "immovable-property", 500, "humanitarian-aid"),
                                line("offset", "immovable-property", 300, "insurance"),
                                line("not-offset", "non-material", 300, "insurance"),
                                line("not-offset", "income", 100, "payment"),
                                line("net", "immovable-property", 700, null),
                                line("net", "non-material", 200, null),
                                line("total", null, 900, null))));
    }

    @Test
    void whatIsTooMuchForOneHeadIsNotTakenOffAnother() {
        Computation computed = compute(
                losses("income", "support"),
                List.of(settled("payment", "income", 5000, "EUR"), settled("payment", "income", 1, "EUR")),
                assessment(List.of(), euros(0, 1000), euros(1, 200)));
        assertThat(net(computed)).isEqualTo(200);
    }

    @Test
    void roundingNeverCostsTheClaimant() {
        Computation computed = compute(
                losses("income"),
                List.of(settled("payment", "income", 100, "USD")),
                assessment(List.of(RATE), new Assessed(0, new Money(1000, "USD"))));
        assertThat(lines(computed))
                .extracting(line -> line.what() + " " + line.amount().amount())
                .containsExactly("assessed 1000", "converted 333", "converted 33", "offset 33", "net 300", "total 300");
        assertThat(net(compute(
                        losses("income"), List.of(), assessment(List.of(RATE), new Assessed(0, new Money(1, "USD"))))))
                .isEqualTo(1);
    }

    @Test
    void currenciesWithOtherMinorUnitsAreConvertedInMajorOnes() {
        Computation computed = compute(
                losses("income"),
                List.of(),
                assessment(
                        List.of(new Rate("JPY", "EUR", "0.0061", "2026-03-05")),
                        new Assessed(0, new Money(10_000, "JPY"))));
        assertThat(net(computed)).isEqualTo(61_00);
    }

    @Test
    void whatIsWrongWithAnAssessmentIsToldAllAtOnce() {
        Computation computed = compute(
                losses("income"),
                List.of(),
                assessment(
                        List.of(),
                        euros(3, 1),
                        new Assessed(0, new Money(1, "USD")),
                        new Assessed(0, new Money(2, "EUR"))));
        assertThat(computed).isNull();
        assertThat(findings.list())
                .containsExactly(
                        new Finding("/assessment/losses/0/loss", "loss-unknown"),
                        new Finding("/assessment/rates", "rate-missing", Map.of("from", "USD", "to", "EUR")),
                        new Finding("/assessment/losses/2/loss", "loss-assessed-twice"));
    }

    @Test
    void sumsThatNoMoneyCanBeAreRefused() {
        assertThat(compute(
                        losses("income", "support"),
                        List.of(),
                        assessment(List.of(), euros(0, Money.MOST), euros(1, Money.MOST))))
                .isNull();
        assertThat(findings.list()).containsExactly(new Finding("/assessment", "amount-range"));
    }

    /** Against a computation of another kind: per head, a sum less the smaller of sum and offsets. */
    @Test
    void theNetIsTheSumOfWhatRemainsOfEachHead() {
        Random random = new Random(SEED);
        List<String> heads = List.of("income", "support", "business", "non-material");
        List<String> kinds = rules.rules().stream().map(OffsetRules.Rule::kind).toList();
        for (int run = 0; run < 500; run++) {
            List<Loss> losses = losses(heads.toArray(String[]::new));
            List<Assessed> assessed = new ArrayList<>();
            Map<String, Long> sums = new HashMap<>();
            for (int i = 0; i < losses.size(); i++) {
                long amount = random.nextInt(1000);
                assessed.add(euros(i, amount));
                sums.put(heads.get(i), amount);
            }
            List<Settlement> settlements = new ArrayList<>();
            Map<String, Long> off = new HashMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                String kind = kinds.get(random.nextInt(kinds.size()));
                String head = heads.get(random.nextInt(heads.size()));
                long amount = random.nextInt(700);
                settlements.add(settled(kind, head, amount, "EUR"));
                off.merge(head, rules.takesOff(kind, head) ? amount : 0, Long::sum);
            }
            long expected = heads.stream()
                    .mapToLong(head -> Math.max(0, sums.getOrDefault(head, 0L) - off.getOrDefault(head, 0L)))
                    .sum();
            Computation computed =
                    compute(losses, settlements, assessment(List.of(), assessed.toArray(Assessed[]::new)));
            assertThat(net(computed)).as("run " + run + " of seed " + SEED).isEqualTo(expected);
        }
        assertThat(findings.isEmpty()).isTrue();
    }

    private @Nullable Computation compute(List<Loss> losses, List<Settlement> settlements, Assessment assessment) {
        return offsets.of(losses, settlements, assessment, "/assessment", findings);
    }

    private static long net(@Nullable Computation computed) {
        assertThat(computed).isNotNull();
        return computed == null ? -1 : computed.net().amount();
    }

    private static List<Line> lines(@Nullable Computation computed) {
        return computed == null ? List.of() : computed.lines();
    }

    private static List<Loss> losses(String... heads) {
        List<Loss> losses = new ArrayList<>();
        for (String head : heads) {
            losses.add(new Loss(head, null, null, List.of(), null));
        }
        return losses;
    }

    private static Assessment assessment(List<Rate> rates, Assessed... losses) {
        return new Assessment("EUR", List.of(losses), rates);
    }

    private static Assessed euros(int loss, long amount) {
        return new Assessed(loss, new Money(amount, "EUR"));
    }

    private static Settlement settled(String kind, String head, long amount, String currency) {
        return new Settlement(kind, head, new Money(amount, currency), null, null, SomeClaim.FILER);
    }

    private static Line line(String what, @Nullable String head, long amount, @Nullable String settlement) {
        return new Line(what, head, new Money(amount, "EUR"), settlement, null);
    }
}
