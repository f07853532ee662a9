package org.aletheia.reparations.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.reparations.SomeClaim;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.Assessment.Assessed;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Deficiency;
import org.aletheia.reparations.claim.Delivery;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.claim.StepTaken;
import org.aletheia.reparations.proceedings.StepContent.AwardDraft;
import org.aletheia.reparations.proceedings.StepContent.Check;
import org.aletheia.reparations.proceedings.StepContent.Decided;
import org.aletheia.reparations.proceedings.StepContent.Missing;
import org.aletheia.reparations.proceedings.StepContent.None;
import org.aletheia.reparations.proceedings.StepContent.Settled;
import org.aletheia.reparations.proceedings.StepContent.Successors;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.Offsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class ProceedingTest {
    private static final RulesEdition RULES = new RulesEdition(2, "2026-02");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final UUID HEIR = new UUID(7, 2);
    private static final By OTHER_OFFICER = new By("2026-03-06T10:00:00Z", new UUID(8, 3), new UUID(9, 1));
    private static final List<String> WHY = List.of("requirements-met");

    private final Offsets offsets = new Offsets(new ClaimRules().offsets());

    @Test
    void theWholePathIsWalked() {
        ReparationClaim claim = started().build();
        claim = take(claim, plain(Step.SUBMIT), SomeClaim.FILER);
        claim = take(claim, plain(Step.ACKNOWLEDGE), SomeClaim.OFFICER);
        assertThat(claim.proceedings().number()).isEqualTo("RC-1");
        claim = take(claim, missing("2026-03-11"), SomeClaim.OFFICER);
        assertThat(claim.status()).isEqualTo(ClaimStatus.DEFICIENT);
        claim = take(claim, plain(Step.CURE), SomeClaim.FILER);
        assertThat(claim.proceedings().deficiencies())
                .containsExactly(
                        new Deficiency(List.of("account"), "2026-03-11", SomeClaim.OFFICER, SomeClaim.FILER, RULES));
        claim = take(claim, plain(Step.TAKE_UP), SomeClaim.OFFICER);
        claim = take(claim, decision(Step.DECIDE, "granted", award(500)), SomeClaim.OFFICER);
        assertThat(claim.proceedings().awards())
                .containsExactly(new Award(1, "REP-COMPENSATION(d)", "individual", euros(500)));
        claim = take(claim, because(Step.REQUEST_REVIEW), SomeClaim.FILER);
        claim = take(claim, decision(Step.DECIDE_REVIEW, "granted", replacing(1, 800)), OTHER_OFFICER);
        assertThat(claim.status()).isEqualTo(ClaimStatus.REVIEWED);
        assertThat(claim.proceedings().awards())
                .containsExactly(new Award(1, "REP-COMPENSATION(d)", "individual", euros(800)));
        assertThat(claim.proceedings().steps().stream().map(StepTaken::step))
                .containsExactly(
                        "submit",
                        "acknowledge",
                        "ask-to-cure",
                        "cure",
                        "take-up",
                        "decide",
                        "request-review",
                        "decide-review");
        assertThat(claim.proceedings().steps().getFirst().by()).isEqualTo(SomeClaim.FILER);
    }

    /** Every step from every state: it leads on where it is possible, and is refused with what is. */
    @ParameterizedTest
    @EnumSource(ClaimStatus.class)
    void whatIsNotPossibleIsRefusedAndSaysWhatIs(ClaimStatus status) {
        for (Step step : Step.values()) {
            ReparationClaim claim = started().at(status, proceedings(status)).build();
            if (step.from(status)) {
                ReparationClaim next = take(claim, sample(step), OTHER_OFFICER);
                assertThat(next.proceedings().steps()).hasSize(1);
                assertThat(next.losses()).isEqualTo(claim.losses());
            } else {
                ProblemException refused = refused(claim, sample(step), OTHER_OFFICER);
                assertThat(refused.type()).as(step + " from " + status).isEqualTo(ProblemType.STATE_REFUSED);
                assertThat(refused.findings())
                        .containsExactly(new Finding(
                                "/step",
                                "step-not-possible",
                                Map.of("state", status.code(), "possible", Step.possible(status))));
            }
        }
    }

    @Test
    void theTableOfStepsIsThis() {
        assertThat(Step.possible(ClaimStatus.DRAFT))
                .containsExactly("submit", "check", "withdraw", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.SUBMITTED))
                .containsExactly("acknowledge", "check", "withdraw", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.ACKNOWLEDGED))
                .containsExactly("check", "ask-to-cure", "take-up", "withdraw", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.DEFICIENT))
                .containsExactly("check", "cure", "take-up", "withdraw", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.UNDER_DECISION))
                .containsExactly("check", "ask-to-cure", "decide", "withdraw", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.DECIDED))
                .containsExactly("check", "request-review", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.UNDER_REVIEW))
                .containsExactly("check", "decide-review", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.REVIEWED)).containsExactly("check", "record-death", "settle");
        assertThat(Step.possible(ClaimStatus.AWAITING_SUCCESSORS))
                .containsExactly("check", "withdraw", "succeed", "settle");
        assertThat(Step.possible(ClaimStatus.WITHDRAWN)).isEmpty();
    }

    @Test
    void aDeadClaimantsClaimGoesOnWhereItStood() {
        ReparationClaim claim = started()
                .at(ClaimStatus.UNDER_DECISION, proceedings(ClaimStatus.UNDER_DECISION))
                .build();
        ReparationClaim waiting = take(claim, plain(Step.RECORD_DEATH), SomeClaim.FILER);
        assertThat(waiting.status()).isEqualTo(ClaimStatus.AWAITING_SUCCESSORS);
        assertThat(found(waiting, successors(SomeClaim.CLAIMANT), SomeClaim.FILER))
                .containsExactly(new Finding("/successors", "successor-is-claimant"));
        ReparationClaim resumed = take(waiting, successors(HEIR), SomeClaim.FILER);
        assertThat(resumed.status()).isEqualTo(ClaimStatus.UNDER_DECISION);
        assertThat(resumed.proceedings().successors()).containsExactly(HEIR);
        assertThat(resumed.proceedings().resumes()).isNull();
        assertThat(resumed.losses()).isEqualTo(claim.losses());
    }

    @Test
    void aClaimWithoutACategoryIsNotSubmitted() {
        assertThat(found(new SomeClaim().build(), plain(Step.SUBMIT), SomeClaim.FILER))
                .containsExactly(new Finding("/step", "category-required"));
    }

    @Test
    void proceedingsAreBounded() {
        StepTaken step = new StepTaken("check", List.of(), null, SomeClaim.FILER);
        Proceedings many = new Proceedings(
                null,
                Collections.nCopies(Proceeding.MOST_STEPS, step),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        assertThat(found(started().at(ClaimStatus.DRAFT, many).build(), plain(Step.SUBMIT), SomeClaim.FILER))
                .containsExactly(new Finding("/step", "too-many", Map.of("max", 1000)));
    }

    @Test
    void timeToCureLiesAheadAndIsKept() {
        ReparationClaim acknowledged =
                started().at(ClaimStatus.ACKNOWLEDGED, Proceedings.NONE).build();
        assertThat(found(acknowledged, missing("2026-03-10"), SomeClaim.OFFICER))
                .containsExactly(new Finding("/deadline", "deadline-passed"));
        ReparationClaim waiting = take(acknowledged, missing("2026-03-11"), SomeClaim.OFFICER);
        assertThat(found(waiting, plain(Step.TAKE_UP), SomeClaim.OFFICER))
                .containsExactly(new Finding("/step", "cure-time-running", Map.of("deadline", "2026-03-11")));
        ReparationClaim late =
                started().at(ClaimStatus.DEFICIENT, deficient("2026-03-09")).build();
        assertThat(found(late, plain(Step.CURE), SomeClaim.FILER))
                .containsExactly(new Finding("/reasons", "late-reason-required"));
        StepDraft reasoned = new StepDraft(Step.CURE, List.of("displaced"), null, new None());
        assertThat(take(late, reasoned, SomeClaim.FILER).status()).isEqualTo(ClaimStatus.ACKNOWLEDGED);
        assertThat(take(late, plain(Step.TAKE_UP), SomeClaim.OFFICER).status()).isEqualTo(ClaimStatus.UNDER_DECISION);
    }

    @Test
    void aDecisionHasReasonsAndAwardsOnlyWhatItGrants() {
        ReparationClaim claim =
                started().at(ClaimStatus.UNDER_DECISION, Proceedings.NONE).build();
        StepDraft bare =
                new StepDraft(Step.DECIDE, List.of(), null, new Decided("not-granted", null, null, List.of(award(1))));
        assertThat(found(claim, bare, SomeClaim.OFFICER))
                .containsExactly(new Finding("/reasons", "required"), new Finding("/awards", "award-without-grant"));
    }

    @Test
    void compensationIsWhatWasComputed() {
        ReparationClaim claim =
                started().at(ClaimStatus.UNDER_DECISION, Proceedings.NONE).build();
        Assessment assessment = new Assessment("EUR", List.of(new Assessed(0, euros(700))), List.of());
        StepDraft less =
                new StepDraft(Step.DECIDE, WHY, null, new Decided("granted", null, assessment, List.of(award(500))));
        assertThat(found(claim, less, SomeClaim.OFFICER))
                .containsExactly(new Finding(
                        "/awards", "award-not-computed", Map.of("computed", 700L, "awarded", 500L, "currency", "EUR")));
        StepDraft whole = new StepDraft(
                Step.DECIDE,
                WHY,
                null,
                new Decided(
                        "granted",
                        null,
                        assessment,
                        List.of(award(700), new AwardDraft("REP-SATISFACTION(e)", "symbolic", null, null))));
        assertThat(take(claim, whole, SomeClaim.OFFICER).proceedings().awards()).hasSize(2);
    }

    @Test
    void aReviewIsDecidedByAnotherAndTakesNothingBackThatCame() {
        ReparationClaim decided = take(
                started().at(ClaimStatus.UNDER_DECISION, Proceedings.NONE).build(),
                decision(Step.DECIDE, "granted", award(500)),
                SomeClaim.OFFICER);
        Delivery came =
                new Delivery(1, 1, "reported", euros(400), "2026-03-06", null, null, null, null, SomeClaim.OFFICER);
        ReparationClaim review =
                decided.at(ClaimStatus.UNDER_REVIEW, decided.proceedings().delivered(came));
        assertThat(found(review, decision(Step.DECIDE_REVIEW, "granted", award(1)), SomeClaim.OFFICER))
                .containsExactly(new Finding("/step", "reviewer-decided"));
        assertThat(found(review, decision(Step.DECIDE_REVIEW, "granted", replacing(1, 399)), OTHER_OFFICER))
                .containsExactly(new Finding("/awards/0/amount", "award-below-delivered"));
        assertThat(found(review, decision(Step.DECIDE_REVIEW, "granted", replacing(2, 400)), OTHER_OFFICER))
                .containsExactly(new Finding("/awards/0/replaces", "award-unknown"));
        assertThat(take(review, decision(Step.DECIDE_REVIEW, "granted", replacing(1, 400)), OTHER_OFFICER)
                        .proceedings()
                        .deliveries())
                .containsExactly(came);
    }

    @Test
    void onlyOfficersDecide() {
        assertThat(Set.of(Step.ACKNOWLEDGE, Step.ASK_TO_CURE, Step.TAKE_UP, Step.DECIDE, Step.DECIDE_REVIEW))
                .allMatch(step -> step.side() == Side.OFFICER);
        assertThat(Set.of(Step.SUBMIT, Step.CURE, Step.REQUEST_REVIEW, Step.WITHDRAW))
                .allMatch(step -> step.side() == Side.CLAIMANT);
    }

    private ReparationClaim take(ReparationClaim claim, StepDraft draft, By by) {
        return new Proceeding(offsets, new Findings(), TODAY, RULES).take(claim, draft, by, () -> "RC-1");
    }

    private ProblemException refused(ReparationClaim claim, StepDraft draft, By by) {
        return catchThrowableOfType(ProblemException.class, () -> take(claim, draft, by));
    }

    private List<Finding> found(ReparationClaim claim, StepDraft draft, By by) {
        ProblemException refused = refused(claim, draft, by);
        assertThat(refused.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        return refused.findings();
    }

    private static SomeClaim started() {
        return new SomeClaim().category("rd4u", "A2.3").loss("income", 700, "EUR");
    }

    private static Proceedings proceedings(ClaimStatus status) {
        return switch (status) {
            case DEFICIENT -> deficient("2026-03-09");
            case AWAITING_SUCCESSORS ->
                new Proceedings(
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ClaimStatus.SUBMITTED);
            default -> Proceedings.NONE;
        };
    }

    private static Proceedings deficient(String deadline) {
        return new Proceedings(
                null,
                List.of(),
                List.of(),
                List.of(new Deficiency(List.of("account"), deadline, SomeClaim.OFFICER, null, RULES)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static StepDraft sample(Step step) {
        return switch (step) {
            case CHECK -> new StepDraft(step, List.of(), null, new Check("identity", "passed", List.of(), List.of()));
            case ASK_TO_CURE -> missing("2026-03-11");
            case CURE -> new StepDraft(step, List.of("fear"), null, new None());
            case DECIDE, DECIDE_REVIEW -> decision(step, "granted", award(1));
            case SUCCEED -> successors(HEIR);
            case SETTLE -> new StepDraft(step, List.of(), null, new Settled("payment", "income", euros(1), null, null));
            case REQUEST_REVIEW, WITHDRAW -> because(step);
            case SUBMIT, ACKNOWLEDGE, TAKE_UP, RECORD_DEATH -> plain(step);
        };
    }

    private static StepDraft plain(Step step) {
        return new StepDraft(step, List.of(), null, new None());
    }

    private static StepDraft because(Step step) {
        return new StepDraft(step, List.of("own-wish"), null, new None());
    }

    private static StepDraft missing(String deadline) {
        return new StepDraft(Step.ASK_TO_CURE, List.of(), null, new Missing(List.of("account"), deadline, RULES));
    }

    private static StepDraft successors(UUID person) {
        return new StepDraft(Step.SUCCEED, List.of(), null, new Successors(List.of(person)));
    }

    private static StepDraft decision(Step step, String outcome, AwardDraft award) {
        return new StepDraft(step, WHY, null, new Decided(outcome, null, null, List.of(award)));
    }

    private static AwardDraft award(long amount) {
        return new AwardDraft("REP-COMPENSATION(d)", "individual", euros(amount), null);
    }

    private static AwardDraft replacing(@Nullable Integer number, long amount) {
        return new AwardDraft("REP-COMPENSATION(d)", "individual", euros(amount), number);
    }

    private static Money euros(long amount) {
        return new Money(amount, "EUR");
    }
}
