package org.aletheia.reparations.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.ClaimBatches.Line;
import org.aletheia.reparations.proceedings.Step;
import org.aletheia.reparations.proceedings.StepDraft;
import org.jspecify.annotations.Nullable;

/**
 * One decision on many claims.
 *
 * @param allOrNothing true: where one cannot be decided, none is
 * @param outcome code of {@code claim-outcome}, where a claim says none
 * @param reasons codes of {@code claim-reason}, where a claim says none
 * @param item id of an item with the text of the decision
 * @param claims at most 1,000
 */
record BatchBody(
        @Nullable Boolean allOrNothing,
        @Nullable String outcome,
        @Nullable List<String> reasons,
        @Nullable String item,
        @Nullable List<LineBody> claims) {
    private static final int MOST = 1000;

    /**
     * One claim.
     *
     * @param claim its id
     * @param revision entity tag on which the decision is based
     */
    record LineBody(
            @Nullable String claim,
            @Nullable String revision,
            @Nullable String outcome,
            @Nullable List<String> reasons,
            @Nullable AssessmentBody assessment,
            @Nullable List<AwardBody> awards) {}

    /** The lines; each checks itself when its turn comes, so that one that is wrong does not hide another. */
    List<Line> lines(UUID batch) {
        Findings findings = new Findings();
        List<LineBody> given = claims == null ? List.of() : claims;
        findings.require(!given.isEmpty(), "/claims", "required");
        findings.require(given.size() <= MOST, "/claims", "too-many", Map.of("max", MOST));
        List<Line> lines = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            String at = "/claims/" + i;
            LineBody line = given.get(i);
            if (findings.require(line != null && line.claim() != null, at + "/claim", "required")) {
                LineBody whole = sure(line);
                UUID id = findings.parse(at + "/claim", () -> Ids.parse(sure(whole.claim())));
                if (id != null && findings.require(seen.add(id), at + "/claim", "repeated")) {
                    lines.add(line(batch, id, whole));
                }
            }
        }
        findings.throwIfAny();
        return lines;
    }

    private Line line(UUID batch, UUID id, LineBody line) {
        StepBody step = step(line);
        return new Line(
                id,
                step.outcome(),
                revision -> {
                    if (line.revision() != null) {
                        ETags.requireMatch(line.revision(), revision);
                    }
                },
                checks -> draft(batch, step, checks));
    }

    private static StepDraft draft(UUID batch, StepBody step, Checks checks) {
        List<String> why = checks.codes("claim-reason", "/reasons", step.reasons());
        UUID text = checks.reference(RecordKind.ITEM, "/item", step.item());
        var content = step.decided(checks, batch);
        checks.throwIfAny();
        return new StepDraft(Step.DECIDE, why, text, sure(content));
    }

    private StepBody step(LineBody line) {
        return new StepBody(
                Step.DECIDE.code(),
                line.reasons() == null ? reasons : line.reasons(),
                item,
                null,
                line.outcome() == null ? outcome : line.outcome(),
                null,
                null,
                null,
                null,
                line.assessment(),
                line.awards(),
                null,
                null,
                null,
                null,
                null);
    }
}
