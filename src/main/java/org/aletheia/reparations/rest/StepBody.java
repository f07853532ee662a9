package org.aletheia.reparations.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.proceedings.Step;
import org.aletheia.reparations.proceedings.StepContent;
import org.aletheia.reparations.proceedings.StepContent.AwardDraft;
import org.aletheia.reparations.proceedings.StepDraft;
import org.aletheia.reparations.rules.ClaimRules.InForce;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A step as callers write it; each step has its own members beside {@code reasons} and {@code item}.
 *
 * @param step its code
 * @param reasons codes of {@code claim-reason}; of {@code late-filing-reason} where something comes late ({@code cure})
 * @param item id of an item that says more
 * @param what of {@code check}: code of {@code claim-check}
 * @param outcome of {@code check}: code of {@code claim-check-outcome}; of a decision: code of {@code claim-outcome}
 * @param means of {@code check}: codes of {@code claim-check-means}
 * @param items of {@code check}: ids of documents
 * @param missing of {@code ask-to-cure}: ids of requirements
 * @param deadline of {@code ask-to-cure}: last day
 * @param assessment of a decision
 * @param awards of a decision
 * @param successors of {@code succeed}: ids of victims
 * @param kind of {@code settle}: code of {@code settlement-kind}
 * @param head of {@code settle}: code of {@code loss-head}
 * @param amount of {@code settle}
 * @param on of {@code settle}: EDTF date
 */
record StepBody(
        @Nullable String step,
        @Nullable List<String> reasons,
        @Nullable String item,
        @Nullable String what,
        @Nullable String outcome,
        @Nullable List<String> means,
        @Nullable List<String> items,
        @Nullable List<String> missing,
        @Nullable String deadline,
        @Nullable AssessmentBody assessment,
        @Nullable List<AwardBody> awards,
        @Nullable List<String> successors,
        @Nullable String kind,
        @Nullable String head,
        @Nullable MoneyBody amount,
        @Nullable String on) {
    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with {@code step-unknown} */
    Step known() {
        Findings findings = new Findings();
        findings.require(step != null, "/step", "required");
        boolean known = step == null || Step.of(step).isPresent();
        findings.require(known, "/step", "step-unknown", Map.of("allowed", Step.codes()));
        findings.throwIfAny();
        return Step.of(sure(step)).orElseThrow();
    }

    /** The step, its references and codes checked. */
    StepDraft check(Checks checks, InForce rules) {
        Step known = known();
        new StepMembers(this).check(known, checks.findings());
        String list = known == Step.CURE ? "late-filing-reason" : "claim-reason";
        List<String> why = checks.codes(list, "/reasons", reasons);
        UUID more = checks.reference(RecordKind.ITEM, "/item", item);
        StepContent content = content(known, checks, rules);
        checks.throwIfAny();
        return new StepDraft(known, why, more, sure(content));
    }

    private @Nullable StepContent content(Step known, Checks checks, InForce rules) {
        return switch (known) {
            case CHECK -> partyCheck(checks);
            case ASK_TO_CURE -> missing(checks, rules);
            case DECIDE, DECIDE_REVIEW -> decided(checks, null);
            case SUCCEED -> succeeded(checks);
            case SETTLE -> settled(checks);
            default -> new StepContent.None();
        };
    }

    private @Nullable StepContent partyCheck(Checks checks) {
        String which = checks.code("claim-check", "/what", checks.required("/what", what));
        String found = checks.code("claim-check-outcome", "/outcome", checks.required("/outcome", outcome));
        List<String> by = checks.codes("claim-check-means", "/means", means);
        List<UUID> seen = checks.references(RecordKind.ITEM, "/items", items);
        return which == null || found == null ? null : new StepContent.Check(which, found, by, seen);
    }

    private @Nullable StepContent missing(Checks checks, InForce rules) {
        Set<String> requirements =
                rules.rules().requirements().stream().map(Requirement::id).collect(Collectors.toUnmodifiableSet());
        checks.findings().require(missing != null && !missing.isEmpty(), "/missing", "required");
        List<String> open = checks.each("/missing", missing, (at, id) -> {
            boolean known = requirements.contains(id);
            return checks.findings().require(known, at, "requirement-unknown", Map.of("allowed", requirements))
                    ? id
                    : null;
        });
        String day = Days.check(checks, "/deadline", checks.required("/deadline", deadline));
        return day == null ? null : new StepContent.Missing(open, day, rules.edition());
    }

    /** The decision, of a batch where that has an id. */
    @Nullable
    StepContent decided(Checks checks, @Nullable UUID batch) {
        String result = checks.code("claim-outcome", "/outcome", checks.required("/outcome", outcome));
        Assessment found = AssessmentBody.check(checks, "/assessment", assessment);
        List<AwardDraft> given = checks.each("/awards", awards, (at, award) -> award.check(at, checks));
        return result == null ? null : new StepContent.Decided(result, batch, found, given);
    }

    private StepContent succeeded(Checks checks) {
        checks.findings().require(successors != null && !successors.isEmpty(), "/successors", "required");
        return new StepContent.Successors(checks.references(RecordKind.VICTIM, "/successors", successors));
    }

    private @Nullable StepContent settled(Checks checks) {
        String which = checks.code("settlement-kind", "/kind", checks.required("/kind", kind));
        String of = checks.code("loss-head", "/head", checks.required("/head", head));
        Money sum = MoneyBody.check(checks, "/amount", checks.required("/amount", amount));
        UncertainDate when = checks.date("/on", on);
        UUID shown = checks.id("/item", item);
        return which == null || of == null || sum == null ? null : new StepContent.Settled(which, of, sum, when, shown);
    }
}
