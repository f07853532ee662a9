package org.aletheia.reparations.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.reparations.rules.RulesDraft.CategoryDraft;
import org.aletheia.reparations.rules.RulesDraft.NeverAskedDraft;
import org.aletheia.reparations.rules.RulesDraft.RequirementDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each finding on rules that an operator gives, and that what the release protects stays protected. */
@Tag("unit")
class SufficiencyCheckTest {
    private static final CodeLists LISTS = new CodeLists();
    private static final SufficiencyRules SHIPPED = SufficiencyRules.load();
    private static final List<@Nullable NeverAskedDraft> PROTECTED =
            List.of(new NeverAskedDraft("sexual-violence", List.of("health-record")));

    private @Nullable String version = "2026-05";
    private final List<@Nullable RequirementDraft> requirements =
            new ArrayList<>(List.of(requirement("account", "narrative", "proof:own-account")));
    private final List<@Nullable CategoryDraft> categories =
            new ArrayList<>(List.of(new CategoryDraft("*", "*", List.of("account"))));
    private @Nullable List<@Nullable NeverAskedDraft> never = PROTECTED;

    @Test
    void rulesThatHoldAreThoseThatWereGiven() {
        categories.add(new CategoryDraft("rd4u", "A3", List.of("account")));
        SufficiencyRules rules = check();
        assertThat(rules.version()).isEqualTo("2026-05");
        assertThat(rules.needs("rd4u", "A3.1")).extracting("id").containsExactly("account");
        assertThat(rules.neverAsked())
                .containsExactly(new SufficiencyRules.NeverAsked("sexual-violence", List.of("health-record")));
    }

    @Test
    void theRulesOfTheReleaseHoldUnderAnotherVersion() {
        requirements.clear();
        SHIPPED.requirements()
                .forEach(each -> requirements.add(new RequirementDraft(
                        each.id(), new ArrayList<>(each.anyOf()), new LinkedHashMap<>(each.texts()))));
        categories.clear();
        SHIPPED.categories()
                .forEach(each ->
                        categories.add(new CategoryDraft(each.list(), each.code(), new ArrayList<>(each.needs()))));
        assertThat(check().requirements()).isEqualTo(SHIPPED.requirements());
    }

    @Test
    void nothingIsLeftOut() {
        version = null;
        requirements.clear();
        categories.clear();
        assertThat(found()).containsExactly("/version required", "/requirements required", "/categories required");
        requirements.add(null);
        requirements.add(new RequirementDraft(null, null, null));
        assertThat(found())
                .contains(
                        "/requirements/0 required",
                        "/requirements/1/id required",
                        "/requirements/1/anyOf required",
                        "/requirements/1/texts/en text-missing",
                        "/requirements/1/texts/zh text-missing");
    }

    @Test
    void aVersionIsUsedOnce() {
        version = "1";
        assertThat(found()).containsExactly("/version version-used");
        version = "x".repeat(65);
        assertThat(found()).containsExactly("/version too-long");
    }

    @Test
    void requirementsAreFormedOnceAndAskForKnownThings() {
        requirements.add(requirement("account", "losses"));
        requirements.add(requirement("Not a code", "valued"));
        requirements.add(requirement("other", "a-police-record", "proof:police-record", "check:kin"));
        assertThat(found())
                .containsExactly(
                        "/requirements/1/id repeated",
                        "/requirements/2/id code-form",
                        "/requirements/3/anyOf/0 way-unknown",
                        "/requirements/3/anyOf/1 code-unknown",
                        "/requirements/3/anyOf/2 code-unknown");
    }

    @Test
    void everyRequirementIsExplainedInTheSixLanguagesAndNoOther() {
        Map<String, @Nullable String> texts = texts();
        texts.remove("ar");
        texts.put("fr", " ");
        texts.put("de", "noch nicht");
        requirements.add(new RequirementDraft("other", List.of("losses"), texts));
        assertThat(found())
                .containsExactly(
                        "/requirements/1/texts/ar text-missing",
                        "/requirements/1/texts/fr text-blank",
                        "/requirements/1/texts language-unknown");
    }

    @Test
    void categoriesAreThoseOfListsAndTheFirstIsForAll() {
        categories.set(0, new CategoryDraft("rd4u", "A3.1", List.of("account")));
        categories.add(new CategoryDraft("*", "A", List.of("account")));
        categories.add(new CategoryDraft("no-list", "A", List.of("account")));
        categories.add(new CategoryDraft("rd4u", "Z9", List.of("acount")));
        categories.add(new CategoryDraft("rd4u", "A3.1", null));
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "/categories/2/list list-unknown",
                        "/categories/3/needs/0 requirement-unknown",
                        "/categories/3/code category-unknown",
                        "/categories/4/needs required",
                        "/categories/0 rule-for-all-first",
                        "/categories/1 rule-for-all-first",
                        "/categories/1/code rule-for-all-first",
                        "/categories/4 repeated");
    }

    @Test
    void whatTheReleaseAsksOfNobodyIsAskedByNoEdition() {
        never = null;
        assertThat(found()).containsExactly("/neverAsked never-asked-missing");
        never = List.of(new NeverAskedDraft("sexual-violence", List.of("picture")), new NeverAskedDraft("none", null));
        assertThat(found())
                .containsExactly(
                        "/neverAsked/1/fact code-unknown",
                        "/neverAsked/1/proofs required",
                        "/neverAsked never-asked-missing");
    }

    @Test
    void nobodyIsLeftWithoutAnotherWay() {
        requirements.add(requirement("injury", "proof:health-record"));
        assertThat(found()).containsExactly("/requirements only-never-asked");
    }

    @Test
    void noRuleOfACategoryOfSexualViolenceAcceptsAMedicalRecord() {
        requirements.add(requirement("injury", "proof:health-record", "proof:own-account"));
        categories.add(new CategoryDraft("rd4u", "A2.4", List.of("injury")));
        assertThat(found()).containsExactly("/categories asks-never-asked");
        categories.set(1, new CategoryDraft("rd4u", "A2.3", List.of("injury")));
        assertThat(check().categories()).hasSize(2);
    }

    private SufficiencyRules check() {
        Checks checks = new Checks(LISTS, (intent, kind, id) -> false);
        return new SufficiencyCheck(LISTS, checks)
                .check(
                        new RulesDraft(version, "Register", requirements, categories, never),
                        Set.of(SHIPPED.version()),
                        SHIPPED,
                        EntryRules.load());
    }

    private List<String> found() {
        ProblemException refused = catchThrowableOfType(ProblemException.class, this::check);
        assertThat(refused).isNotNull();
        return refused.findings().stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    private static RequirementDraft requirement(String id, String... ways) {
        return new RequirementDraft(id, List.of(ways), texts());
    }

    private static Map<String, @Nullable String> texts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        AnswerTexts.LANGUAGES.forEach(language -> texts.put(language, "missing, in " + language));
        return texts;
    }
}
