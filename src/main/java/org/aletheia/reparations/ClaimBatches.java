package org.aletheia.reparations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.reparations.claim.Ruling;
import org.aletheia.reparations.proceedings.Step;
import org.aletheia.reparations.proceedings.StepDraft;
import org.jspecify.annotations.Nullable;

/**
 * One decision on many claims. A batch has an id of the caller's; the same batch put again decides nothing twice and tells
 * the same of what it decided.
 */
@ApplicationScoped
public class ClaimBatches {
    private final ReparationClaims claims;

    ClaimBatches(ReparationClaims claims) {
        this.claims = claims;
    }

    /**
     * One claim of a batch.
     *
     * @param outcome code of {@code claim-outcome}
     * @param precondition on its revision
     */
    public record Line(
            UUID claim, @Nullable String outcome, IntConsumer precondition, Function<Checks, StepDraft> draft) {}

    /**
     * What became of it.
     *
     * @param result {@code decided}, {@code already-decided} in this batch, {@code refused}, or {@code not-applied} because
     *     another was refused
     * @param code of the problem, where refused
     */
    public record Result(
            UUID claim, String result, @Nullable String code, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        static Result of(Line line, String result) {
            return new Result(line.claim(), result, null, List.of());
        }

        static Result refused(Line line, ProblemException problem) {
            return new Result(line.claim(), "refused", problem.type().code(), problem.findings());
        }

        boolean isRefused() {
            return result.equals("refused");
        }
    }

    /** Decides each claim in a transaction of its own; results are in the order of the lines. */
    public List<Result> each(UUID batch, List<Line> lines) {
        return lines.stream().map(line -> alone(batch, line)).toList();
    }

    /**
     * Decides all in one transaction, or none. What would be refused is found out first, each by itself, so that all
     * refusals are told; a claim that changes after that undoes the whole.
     */
    public List<Result> all(UUID batch, List<Line> lines) {
        List<Result> tried = lines.stream().map(line -> tried(batch, line)).toList();
        if (tried.stream().anyMatch(Result::isRefused)) {
            return withoutEffect(tried);
        }
        List<Result> done = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> lines.forEach(line -> done.add(decide(batch, line))));
            return done;
        } catch (ProblemException e) {
            List<Result> results = new ArrayList<>(tried);
            results.set(done.size(), Result.refused(lines.get(done.size()), e));
            return withoutEffect(results);
        }
    }

    private Result alone(UUID batch, Line line) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> decide(batch, line));
        } catch (ProblemException e) {
            return Result.refused(line, e);
        }
    }

    /** What would become of it; leaves nothing. */
    private Result tried(UUID batch, Line line) {
        QuarkusTransaction.begin();
        try {
            return decide(batch, line);
        } catch (ProblemException e) {
            return Result.refused(line, e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Result decide(UUID batch, Line line) {
        Optional<Ruling> earlier = claims.decidedIn(batch, line.claim());
        if (earlier.isPresent()) {
            if (!earlier.get().outcome().equals(line.outcome())) {
                throw new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        Map.of(),
                        List.of(new Finding("/outcome", "batch-decided-otherwise")));
            }
            return Result.of(line, "already-decided");
        }
        claims.take(line.claim(), line.precondition(), Step.DECIDE, line.draft());
        return Result.of(line, "decided");
    }

    private static List<Result> withoutEffect(List<Result> tried) {
        return tried.stream()
                .map(each -> each.result().equals("decided")
                        ? new Result(each.claim(), "not-applied", null, List.of())
                        : each)
                .toList();
    }
}
