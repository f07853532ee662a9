package org.aletheia.reparations.proceedings;

import static org.aletheia.reparations.claim.ClaimStatus.ACKNOWLEDGED;
import static org.aletheia.reparations.claim.ClaimStatus.AWAITING_SUCCESSORS;
import static org.aletheia.reparations.claim.ClaimStatus.DECIDED;
import static org.aletheia.reparations.claim.ClaimStatus.DEFICIENT;
import static org.aletheia.reparations.claim.ClaimStatus.DRAFT;
import static org.aletheia.reparations.claim.ClaimStatus.REVIEWED;
import static org.aletheia.reparations.claim.ClaimStatus.SUBMITTED;
import static org.aletheia.reparations.claim.ClaimStatus.UNDER_DECISION;
import static org.aletheia.reparations.claim.ClaimStatus.UNDER_REVIEW;
import static org.aletheia.reparations.claim.ClaimStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aletheia.reparations.claim.ClaimStatus;
import org.jspecify.annotations.Nullable;

/** The steps of a claim: from where each is possible, where it leads, who takes it. */
public enum Step {
    SUBMIT(Side.CLAIMANT, SUBMITTED, EnumSet.of(DRAFT)),
    ACKNOWLEDGE(Side.OFFICER, ACKNOWLEDGED, EnumSet.of(SUBMITTED)),
    /** Record a check of identity or authority. */
    CHECK(Side.EITHER, null, EnumSet.complementOf(EnumSet.of(WITHDRAWN))),
    /** Send a letter that says what is missing. */
    ASK_TO_CURE(Side.OFFICER, DEFICIENT, EnumSet.of(ACKNOWLEDGED, UNDER_DECISION)),
    CURE(Side.CLAIMANT, ACKNOWLEDGED, EnumSet.of(DEFICIENT)),
    /** Begin to decide; of a deficient claim only when its time to cure is over. */
    TAKE_UP(Side.OFFICER, UNDER_DECISION, EnumSet.of(ACKNOWLEDGED, DEFICIENT)),
    DECIDE(Side.OFFICER, DECIDED, EnumSet.of(UNDER_DECISION)),
    REQUEST_REVIEW(Side.CLAIMANT, UNDER_REVIEW, EnumSet.of(DECIDED)),
    DECIDE_REVIEW(Side.OFFICER, REVIEWED, EnumSet.of(UNDER_REVIEW)),
    WITHDRAW(
            Side.CLAIMANT,
            WITHDRAWN,
            EnumSet.of(DRAFT, SUBMITTED, ACKNOWLEDGED, DEFICIENT, UNDER_DECISION, AWAITING_SUCCESSORS)),
    RECORD_DEATH(Side.EITHER, AWAITING_SUCCESSORS, EnumSet.complementOf(EnumSet.of(WITHDRAWN, AWAITING_SUCCESSORS))),
    /** Successors take over; the claim goes on where it stood. */
    SUCCEED(Side.EITHER, null, EnumSet.of(AWAITING_SUCCESSORS)),
    /** Record what was paid or passed on elsewhere. */
    SETTLE(Side.EITHER, null, EnumSet.complementOf(EnumSet.of(WITHDRAWN)));

    private final Side side;
    private final @Nullable ClaimStatus to;
    private final Set<ClaimStatus> from;

    Step(Side side, @Nullable ClaimStatus to, Set<ClaimStatus> from) {
        this.side = side;
        this.to = to;
        this.from = from;
    }

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of that code. */
    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /** Codes of all. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Step::code).toList();
    }

    /** Codes of those that are possible from where a claim stands. */
    public static List<String> possible(ClaimStatus status) {
        return Arrays.stream(values())
                .filter(step -> step.from.contains(status))
                .map(Step::code)
                .toList();
    }

    /** Who takes it. */
    public Side side() {
        return side;
    }

    /** Whether it is possible from there. */
    public boolean from(ClaimStatus status) {
        return from.contains(status);
    }

    /** Where it leads from there. */
    ClaimStatus to(ClaimStatus status) {
        return to == null ? status : to;
    }

    /** Whether it is a decision. */
    public boolean decides() {
        return this == DECIDE || this == DECIDE_REVIEW;
    }
}
