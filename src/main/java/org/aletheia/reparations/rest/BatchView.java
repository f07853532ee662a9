package org.aletheia.reparations.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.http.Finding;
import org.aletheia.reparations.ClaimBatches.Result;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param results in the order of the request
 */
record BatchView(UUID batch, List<ResultView> results) {
    /**
     * Of one claim.
     *
     * @param result {@code decided}, {@code already-decided}, {@code refused} or {@code not-applied}
     * @param code of the problem, where refused
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ResultView(UUID claim, String result, @Nullable String code, List<Map<String, Object>> findings) {
        static ResultView of(Result result) {
            return new ResultView(
                    result.claim(),
                    result.result(),
                    result.code(),
                    result.findings().stream().map(ResultView::finding).toList());
        }

        private static Map<String, Object> finding(Finding finding) {
            Map<String, Object> members = new LinkedHashMap<>(finding.params());
            members.put("pointer", finding.pointer());
            members.put("code", finding.code());
            return members;
        }
    }

    static BatchView of(UUID batch, List<Result> results) {
        return new BatchView(batch, results.stream().map(ResultView::of).toList());
    }
}
