package org.aletheia.evidence.bulk.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkReport;
import org.aletheia.evidence.bulk.BulkResult;
import org.aletheia.evidence.bulk.BulkStatus;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A report on the wire.
 *
 * @param committed whether what is said to be created was written
 * @param created how many lines made a record
 * @param existing how many name one that was there
 * @param refused how many cannot be taken
 * @param valid how many would have made one
 * @param lines in the order of the request
 */
record BulkAnswer(
        boolean committed, boolean dryRun, long created, long existing, long refused, long valid, List<Line> lines) {

    /**
     * What became of a line.
     *
     * @param line from 1
     * @param id of the record
     * @param findings with JSON pointers into the line; with the guidance where it is to be answered
     */
    record Line(
            int line,
            @Nullable String kind,
            @Nullable String externalId,
            BulkStatus status,
            @Nullable UUID id,
            List<Map<String, Object>> findings) {}

    static BulkAnswer of(BulkReport report, boolean dryRun, String guidance) {
        Map<BulkStatus, Long> counts = report.counts();
        return new BulkAnswer(
                report.committed(),
                dryRun,
                counts.getOrDefault(BulkStatus.CREATED, 0L),
                counts.getOrDefault(BulkStatus.EXISTING, 0L),
                counts.getOrDefault(BulkStatus.REFUSED, 0L),
                counts.getOrDefault(BulkStatus.VALID, 0L),
                report.lines().stream().map(line -> line(line, guidance)).toList());
    }

    private static Line line(BulkResult result, String guidance) {
        return new Line(
                result.line(),
                result.kind(),
                result.externalId(),
                result.status(),
                result.id(),
                result.findings().stream()
                        .map(finding -> members(finding, guidance))
                        .toList());
    }

    private static Map<String, Object> members(Finding finding, String guidance) {
        Map<String, Object> members = finding.members();
        if (finding.code().equals(ProblemType.GUIDANCE_REQUIRED.code())) {
            members.put("guidance", guidance);
        }
        return members;
    }
}
