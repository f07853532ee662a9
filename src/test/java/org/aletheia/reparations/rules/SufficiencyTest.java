package org.aletheia.reparations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.reparations.SomeClaim;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.PartyCheck;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.rules.Sufficiency.Need;
import org.aletheia.reparations.rules.Sufficiency.OfCategory;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SufficiencyTest {
    private static final CodeLists LISTS = new CodeLists();

    private final SufficiencyRules rules = SufficiencyRules.load();
    private final Sufficiency sufficiency = new Sufficiency(rules);

    @Test
    void everyRequirementIsExplainedInSixLanguagesAndAsksForKnownThings() {
        assertThat(rules.version()).isNotBlank();
        for (Requirement requirement : rules.requirements()) {
            assertThat(requirement.texts().keySet())
                    .as(requirement.id())
                    .containsExactlyInAnyOrderElementsOf(AnswerTexts.LANGUAGES);
            assertThat(requirement.texts().values()).doesNotHaveDuplicates().noneMatch(String::isBlank);
            assertThat(requirement.anyOf()).as(requirement.id()).isNotEmpty().allMatch(SufficiencyTest::known);
        }
        assertThat(rules.requirements().stream().map(Requirement::id)).doesNotHaveDuplicates();
    }

    private static boolean known(String way) {
        return switch (way.substring(0, way.indexOf(':') + 1)) {
            case "proof:" -> has("claim-proof", way.substring("proof:".length()));
            case "check:" -> has("claim-check", way.substring("check:".length()));
            default -> List.of("narrative", "losses", "valued").contains(way);
        };
    }

    private static boolean has(String list, String code) {
        return LISTS.find(list).orElseThrow().find(code).isPresent();
    }

    @Test
    void everyCategoryOfTheRegistersHasARuleAndSoHasOneOfAnOperator() {
        for (String register : List.of("rd4u", "uncc")) {
            CodeList list = LISTS.find(register).orElseThrow();
            for (CodeEntry row : list.codes()) {
                assertThat(rules.needs(register, row.code()))
                        .as(register + " " + row.code())
                        .isNotEmpty();
            }
        }
        assertThat(rules.needs("own-register", "X1").stream().map(Requirement::id))
                .containsExactly("identity", "authority", "account");
        assertThat(rules.categories())
                .filteredOn(rule -> !rule.list().equals("*"))
                .allSatisfy(
                        rule -> assertThat(LISTS.find(rule.list()).orElseThrow().find(rule.code()))
                                .isPresent());
    }

    /** The survivor's word is enough, whatever else is claimed beside. */
    @Test
    void nobodyAsksForAMedicalOrPoliceRecordOfSexualViolence() {
        assertThat(rules.needs("rd4u", "A2.4"))
                .flatExtracting(Requirement::anyOf)
                .contains("proof:own-account", "narrative")
                .noneMatch(way -> way.contains("health") || way.contains("medical") || way.contains("police"));
        assertThat(LISTS.find("claim-proof").orElseThrow().codes().stream().map(CodeEntry::code))
                .noneMatch(code -> code.contains("police"));
        for (String register : List.of("rd4u", "uncc")) {
            for (CodeEntry row : LISTS.find(register).orElseThrow().codes()) {
                ReparationClaim claim = new SomeClaim()
                        .category(register, row.code())
                        .facts("sexual-violence")
                        .build();
                assertThat(sufficiency.of(claim).getFirst().needs())
                        .as(register + " " + row.code())
                        .flatExtracting(Need::accepts)
                        .doesNotContain("proof:health-record");
            }
        }
    }

    @Test
    void theOwnWordCompletesAClaimForSexualViolence() {
        SomeClaim claim = new SomeClaim().category("rd4u", "A2.4").at(ClaimStatus.DRAFT, checked("identity"));
        assertThat(of(claim).complete()).isFalse();
        assertThat(of(claim.proof("own-account")).complete()).isTrue();
        assertThat(of(new SomeClaim().category("rd4u", "A2.4").narrative().at(ClaimStatus.DRAFT, checked("identity")))
                        .complete())
                .isTrue();
    }

    @Test
    void anyOneOfTheAlternativesIsEnough() {
        assertThat(open(of(new SomeClaim().category("rd4u", "A3.1"))))
                .containsExactly("identity", "ownership", "damage", "valuation");
        SomeClaim claim = new SomeClaim()
                .category("rd4u", "A3.1")
                .proof("bill-or-contract")
                .proof("account-of-another")
                .loss("immovable-property", 100_00, "UAH")
                .at(ClaimStatus.DRAFT, checked("identity"));
        assertThat(open(of(claim))).isEmpty();
        assertThat(of(claim).needs().get(1).by()).containsExactly("proof:bill-or-contract", "proof:account-of-another");
        claim.loss(new Loss("movable-property", null, null, List.of(), null));
        assertThat(open(of(claim))).containsExactly("valuation");
    }

    @Test
    void authorityIsAskedOnlyOfWhoActsForAnother() {
        SomeClaim claim = new SomeClaim().category("rd4u", "A2.6").as("guardian", new UUID(1, 1));
        assertThat(open(of(claim))).contains("authority");
        assertThat(open(of(claim.proof("civil-record")))).doesNotContain("authority");
    }

    @Test
    void aCheckThatDidNotPassAnyMoreIsOpenAgain() {
        Proceedings passed = checked("identity");
        assertThat(passed.checked("identity")).isTrue();
        List<PartyCheck> both = List.of(passed.checks().getFirst(), check("identity", "not-yet"));
        Proceedings later = new Proceedings(
                null, List.of(), both, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
        assertThat(later.checked("identity")).isFalse();
        assertThat(later.checked("authority")).isFalse();
    }

    private static Proceedings checked(String what) {
        return new Proceedings(
                null,
                List.of(),
                List.of(check(what, "passed-on-statement")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static PartyCheck check(String what, String outcome) {
        return new PartyCheck(what, outcome, List.of("known-to-organisation"), List.of(), SomeClaim.FILER);
    }

    private OfCategory of(SomeClaim claim) {
        return sufficiency.of(claim.build()).getFirst();
    }

    private static List<String> open(OfCategory category) {
        return category.needs().stream()
                .filter(need -> !need.met())
                .map(need -> need.requirement().id())
                .toList();
    }
}
