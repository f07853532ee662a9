package org.aletheia.reparations.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules of sufficiency as an operator gives them: all of them, in the form of {@link SufficiencyRules}.
 *
 * @param version of which no edition is yet
 * @param source whose rules they are
 */
public record RulesDraft(
        @Nullable String version,
        @Nullable String source,
        @Nullable List<@Nullable RequirementDraft> requirements,
        @Nullable List<@Nullable CategoryDraft> categories,
        @Nullable List<@Nullable NeverAskedDraft> neverAsked) {
    /** As {@link SufficiencyRules.Requirement}. */
    public record RequirementDraft(
            @Nullable String id,
            @Nullable List<@Nullable String> anyOf,
            @Nullable Map<String, @Nullable String> texts) {}

    /** As {@link SufficiencyRules.Category}. */
    public record CategoryDraft(
            @Nullable String list,
            @Nullable String code,
            @Nullable List<@Nullable String> needs) {}

    /** As {@link SufficiencyRules.NeverAsked}. */
    public record NeverAskedDraft(
            @Nullable String fact, @Nullable List<@Nullable String> proofs) {}
}
