package org.aletheia.evidence.review;

import static org.aletheia.evidence.record.Checks.sure;

import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A step of a review as callers write it.
 *
 * @param state code of {@code review-state}
 * @param revision of the record that was looked at; it must be the one that stands
 * @param reasons in words
 * @param conflictOfInterest code of {@code conflict-of-interest}; required for the judgement of a second person
 */
public record ReviewBody(
        @Nullable String state,
        @Nullable Integer revision,
        @Nullable String reasons,
        @Nullable String conflictOfInterest) {
    private static final int MAX_REASONS = 4000;
    private static final String NO_CONFLICT = "none";

    /** What was said, checked. */
    record Said(
            String state,
            int revision,
            @Nullable String reasons,
            @Nullable String conflictOfInterest) {}

    Said check(Checks checks) {
        String which = checks.code("review-state", "/state", checks.required("/state", state));
        Integer looked = checks.required("/revision", revision);
        String why = checks.text("/reasons", reasons, MAX_REASONS);
        String conflict = checks.code("conflict-of-interest", "/conflictOfInterest", conflictOfInterest);
        boolean reasoned = which == null || !Review.needsReasons(which) || reasons != null;
        checks.findings().require(reasoned, "/reasons", "reasons-required");
        boolean judges = which != null && Review.needsSecondPerson(which);
        checks.findings()
                .require(!judges || conflictOfInterest != null, "/conflictOfInterest", "conflict-of-interest-required");
        boolean free = !Review.REVIEWED.equals(which) || conflict == null || conflict.equals(NO_CONFLICT);
        checks.findings().require(free, "/conflictOfInterest", "conflict-of-interest-declared");
        checks.throwIfAny();
        return new Said(sure(which), sure(looked), why, conflict);
    }
}
