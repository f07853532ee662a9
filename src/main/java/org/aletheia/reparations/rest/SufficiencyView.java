package org.aletheia.reparations.rest;

import java.util.List;
import org.aletheia.codelists.CodeLists;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.rules.Sufficiency.Need;
import org.aletheia.reparations.rules.Sufficiency.OfCategory;

/**
 * What a claim has and lacks.
 *
 * @param rules version of the rules
 * @param edition of the operator; 0: the rules of the release
 * @param complete whether nothing is missing
 */
record SufficiencyView(String rules, int edition, boolean complete, List<CategoryView> categories) {
    /** Of one category. */
    record CategoryView(String list, String code, boolean complete, List<NeedView> requirements) {}

    /**
     * One requirement.
     *
     * @param by what of the claim meets it
     * @param accepts any one of these meets it
     * @param explanation what is missing, in plain words
     */
    record NeedView(String id, boolean met, List<String> by, List<WayView> accepts, String explanation) {}

    /** One way to meet it: the rule's code, and its label where it is an item of a kind. */
    record WayView(String way, String label) {}

    static SufficiencyView of(RulesEdition rules, List<OfCategory> categories, CodeLists lists, String language) {
        WayLabels labels = new WayLabels(lists, language);
        List<CategoryView> views = categories.stream()
                .map(each -> new CategoryView(
                        each.list(),
                        each.code(),
                        each.complete(),
                        each.needs().stream()
                                .map(need -> need(need, labels, language))
                                .toList()))
                .toList();
        return new SufficiencyView(
                rules.version(), rules.edition(), categories.stream().allMatch(OfCategory::complete), views);
    }

    private static NeedView need(Need need, WayLabels labels, String language) {
        return new NeedView(
                need.requirement().id(),
                need.met(),
                need.by(),
                need.accepts().stream()
                        .map(way -> new WayView(way, labels.of(way)))
                        .toList(),
                need.requirement().texts().getOrDefault(language, ""));
    }
}
