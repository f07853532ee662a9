package org.aletheia.reparations.proceedings;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.Deficiency;
import org.aletheia.reparations.claim.PartyCheck;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.claim.Ruling;
import org.aletheia.reparations.claim.Settlement;
import org.aletheia.reparations.claim.StepTaken;
import org.aletheia.reparations.proceedings.StepContent.Check;
import org.aletheia.reparations.proceedings.StepContent.Decided;
import org.aletheia.reparations.proceedings.StepContent.Missing;
import org.aletheia.reparations.proceedings.StepContent.None;
import org.aletheia.reparations.proceedings.StepContent.Settled;
import org.aletheia.reparations.proceedings.StepContent.Successors;
import org.aletheia.reparations.rules.Offsets;

/** Takes a claim one step further. Pure: who may was asked before, time and numbers come from outside. */
public final class Proceeding {
    /** Of one claim; each stands in every revision after it. */
    static final int MOST_STEPS = 1000;

    private final Offsets offsets;
    private final Findings findings;
    private final LocalDate today;
    private final RulesEdition rules;

    /**
     * @param today in UTC
     * @param rules of sufficiency in force
     */
    public Proceeding(Offsets offsets, Findings findings, LocalDate today, RulesEdition rules) {
        this.offsets = offsets;
        this.findings = findings;
        this.today = today;
        this.rules = rules;
    }

    /**
     * The claim after a step.
     *
     * @param number for {@link Step#ACKNOWLEDGE}; asked for when all else holds
     * @throws ProblemException {@code state-refused} where the step is not possible from where the claim stands; {@code
     *     invalid-request} with all findings
     */
    public ReparationClaim take(ReparationClaim claim, StepDraft draft, By by, NumberSource number) {
        Step step = draft.step();
        if (!step.from(claim.status())) {
            throw StepRefused.step(claim.status(), step);
        }
        require(claim, draft, by);
        Growing after = new Growing(claim.proceedings());
        ClaimStatus next = step.to(claim.status());
        switch (draft.content()) {
            case None none -> {}
            case Check check ->
                after.checks.add(new PartyCheck(check.what(), check.outcome(), check.means(), check.items(), by));
            case Missing missing ->
                after.deficiencies.add(
                        new Deficiency(missing.missing(), missing.deadline(), by, null, missing.rules()));
            case Decided decided -> decide(claim, draft, decided, by, after);
            case Successors successors -> {
                after.successors.addAll(successors.persons());
                next = Objects.requireNonNull(claim.proceedings().resumes());
                after.resumes = null;
            }
            case Settled settled -> after.settlements.add(settlement(settled, by));
        }
        findings.throwIfAny();
        if (step == Step.CURE) {
            Deficiency open = after.deficiencies.removeLast();
            after.deficiencies.add(new Deficiency(open.missing(), open.deadline(), open.by(), by, open.rules()));
        }
        if (step == Step.RECORD_DEATH) {
            after.resumes = claim.status();
        }
        if (step == Step.ACKNOWLEDGE) {
            after.number = number.next();
        }
        after.steps.add(new StepTaken(step.code(), draft.reasons(), draft.item(), by));
        return claim.at(next, after.build());
    }

    /** Gives the next number of the series. */
    @FunctionalInterface
    public interface NumberSource {
        String next();
    }

    private void require(ReparationClaim claim, StepDraft draft, By by) {
        Proceedings before = claim.proceedings();
        findings.require(before.steps().size() < MOST_STEPS, "/step", "too-many", Map.of("max", MOST_STEPS));
        switch (draft.step()) {
            case SUBMIT -> findings.require(!claim.categories().isEmpty(), "/step", "category-required");
            case ASK_TO_CURE -> {
                if (draft.content() instanceof Missing missing) {
                    boolean ahead = LocalDate.parse(missing.deadline()).isAfter(today);
                    findings.require(ahead, "/deadline", "deadline-passed");
                }
            }
            case CURE -> {
                boolean inTime = !timeOver(before);
                findings.require(inTime || !draft.reasons().isEmpty(), "/reasons", "late-reason-required");
            }
            case TAKE_UP -> {
                boolean waits = claim.status() == ClaimStatus.DEFICIENT && !timeOver(before);
                findings.require(!waits, "/step", "cure-time-running", waits ? deadline(before) : Map.of());
            }
            case DECIDE, REQUEST_REVIEW, WITHDRAW ->
                findings.require(!draft.reasons().isEmpty(), "/reasons", "required");
            case DECIDE_REVIEW -> {
                findings.require(!draft.reasons().isEmpty(), "/reasons", "required");
                boolean other = before.rulings().stream()
                        .noneMatch(ruling -> ruling.by().member().equals(by.member()));
                findings.require(other, "/step", "reviewer-decided");
            }
            case SUCCEED -> {
                if (draft.content() instanceof Successors(var persons)) {
                    boolean others = !persons.contains(claim.claimant());
                    findings.require(others, "/successors", "successor-is-claimant");
                }
            }
            case ACKNOWLEDGE, CHECK, RECORD_DEATH, SETTLE -> {}
        }
    }

    private boolean timeOver(Proceedings before) {
        return LocalDate.parse(before.deficiencies().getLast().deadline()).isBefore(today);
    }

    private static Map<String, Object> deadline(Proceedings before) {
        return Map.of("deadline", before.deficiencies().getLast().deadline());
    }

    private void decide(ReparationClaim claim, StepDraft draft, Decided decided, By by, Growing after) {
        Computation computed = decided.assessment() == null
                ? null
                : offsets.of(
                        claim.losses(),
                        claim.proceedings().settlements(),
                        decided.assessment(),
                        "/assessment",
                        findings);
        new AwardRules(findings, claim.proceedings()).decide(decided, computed, after.awards);
        after.rulings.add(new Ruling(
                draft.step() == Step.DECIDE_REVIEW,
                decided.outcome(),
                draft.reasons(),
                draft.item(),
                decided.batch(),
                decided.assessment(),
                computed,
                by,
                rules));
    }

    private static Settlement settlement(Settled settled, By by) {
        return new Settlement(settled.kind(), settled.head(), settled.amount(), settled.on(), settled.item(), by);
    }
}
