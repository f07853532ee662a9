package org.aletheia.reparations.rest;

import java.util.Map;
import java.util.Set;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.proceedings.Step;
import org.jspecify.annotations.Nullable;

/** Which members belong to which step: what a caller gives for another step is told to them, not passed over. */
record StepMembers(StepBody body) {
    private static final Set<String> DECISION = Set.of("outcome", "assessment", "awards");
    private static final Map<Step, Set<String>> OWN = Map.of(
            Step.CHECK, Set.of("what", "outcome", "means", "items"),
            Step.ASK_TO_CURE, Set.of("missing", "deadline"),
            Step.DECIDE, DECISION,
            Step.DECIDE_REVIEW, DECISION,
            Step.SUCCEED, Set.of("successors"),
            Step.SETTLE, Set.of("kind", "head", "amount", "on"));

    /** Adds {@code not-for-step} for each member that the step does not have. */
    void check(Step step, Findings findings) {
        Set<String> own = OWN.getOrDefault(step, Set.of());
        given("what", body.what(), own, findings);
        given("outcome", body.outcome(), own, findings);
        given("means", body.means(), own, findings);
        given("items", body.items(), own, findings);
        given("missing", body.missing(), own, findings);
        given("deadline", body.deadline(), own, findings);
        given("assessment", body.assessment(), own, findings);
        given("awards", body.awards(), own, findings);
        given("successors", body.successors(), own, findings);
        given("kind", body.kind(), own, findings);
        given("head", body.head(), own, findings);
        given("amount", body.amount(), own, findings);
        given("on", body.on(), own, findings);
    }

    private static void given(String name, @Nullable Object value, Set<String> own, Findings findings) {
        findings.require(value == null || own.contains(name), "/" + name, "not-for-step");
    }
}
