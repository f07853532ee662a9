package org.aletheia.reparations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.Finding;
import org.aletheia.reparations.SomeClaim;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EntryChecksTest {
    private final EntryRules rules = EntryRules.load();
    private final EntryChecks checks = new EntryChecks(rules);

    @Test
    void theRulesNameCodesThatThereAre() {
        CodeLists lists = new CodeLists();
        assertThat(rules.facts()).allSatisfy(rule -> {
            assertThat(lists.find("claim-fact").orElseThrow().find(rule.fact())).isPresent();
            assertThat(rule.codes())
                    .allMatch(code ->
                            lists.find(rule.list()).orElseThrow().find(code).isPresent());
        });
    }

    @Test
    void aHomeThatWasDamagedIsNotALostResidence() {
        assertThat(found(new SomeClaim().category("rd4u", "A3.3").facts("dwelling-damaged")))
                .containsExactly(
                        new Finding(
                                "/categories/0/code", "category-without-facts", Map.of("facts", List.of("home-lost"))),
                        new Finding(
                                "/facts/0",
                                "category-not-for-facts",
                                Map.of("list", "rd4u", "suggestions", List.of("A3.1"))));
        assertThat(found(new SomeClaim().category("rd4u", "A3.1").facts("dwelling-damaged")))
                .isEmpty();
        assertThat(found(new SomeClaim().category("rd4u", "A3.3")))
                .as("nothing told")
                .isEmpty();
    }

    @Test
    void aFamilyFilesOneClaimAPerson() {
        Finding warning = new Finding("/categories/0/code", "one-claim-a-person");
        UUID one = new UUID(1, 1);
        UUID two = new UUID(1, 2);
        assertThat(found(category("A1.1").as("own-behalf", one))).containsExactly(warning);
        assertThat(found(category("A1.1").as("guardian", one, two))).containsExactly(warning);
        assertThat(found(category("A1.1").as("collective-representative"))).containsExactly(warning);
        assertThat(found(category("A1.1").as("guardian", one))).isEmpty();
        assertThat(found(category("C3.1").as("representative", one, two))).isEmpty();
    }

    @Test
    void whatLiesOutsideTheRegisterIsToldAndWhatMayLieInsideIsNot() {
        assertThat(found(category("A2.3").harmed("2022-02-23", "PL")))
                .containsExactly(
                        new Finding("/harmDate", "date-outside-register", Map.of("list", "rd4u")),
                        new Finding(
                                "/harmCountry",
                                "place-outside-register",
                                Map.of("list", "rd4u", "countries", List.of("UA"))));
        assertThat(found(category("A2.3").harmed("2022-02-24", "UA"))).isEmpty();
        assertThat(found(category("A2.3").harmed("2022-02", "UA"))).isEmpty();
        assertThat(found(category("A2.3").harmed("2014/..", "UA"))).isEmpty();
        assertThat(found(new SomeClaim().category("uncc", "B").harmed("1991-03-03", "IQ")))
                .extracting(Finding::code)
                .containsExactly("date-outside-register");
    }

    @Test
    void aLossNeedsAnAmountAndAWay() {
        assertThat(found(new SomeClaim()
                        .loss(new Loss("income", null, null, List.of(), null))
                        .loss(new Loss("income", new Money(1, "EUR"), null, List.of(), null))))
                .containsExactly(
                        new Finding("/losses/0/amount", "loss-without-amount"),
                        new Finding("/losses/1/method", "loss-without-method"));
    }

    @Test
    void everyWarningIsExplained() {
        AnswerTexts texts = AnswerTexts.load("claim");
        for (String code : List.of(
                "category-without-facts",
                "category-not-for-facts",
                "one-claim-a-person",
                "date-outside-register",
                "place-outside-register",
                "loss-without-amount",
                "loss-without-method")) {
            assertThat(texts.text("fr", "warning." + code)).as(code).isNotBlank();
        }
    }

    private static SomeClaim category(String code) {
        return new SomeClaim().category("rd4u", code);
    }

    private List<Finding> found(SomeClaim claim) {
        return checks.of(claim.build());
    }
}
