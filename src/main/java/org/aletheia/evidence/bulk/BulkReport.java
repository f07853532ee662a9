package org.aletheia.evidence.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a request.
 *
 * @param committed whether what is reported as created was written
 * @param lines in the order of the request
 */
public record BulkReport(boolean committed, List<BulkResult> lines) {
    public BulkReport {
        lines = List.copyOf(lines);
    }

    /** How many lines there are of each status; those without any are left out. */
    public Map<BulkStatus, Long> counts() {
        return lines.stream()
                .map(BulkResult::status)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Whether a line was refused. */
    public boolean refused() {
        return lines.stream().anyMatch(line -> line.status() == BulkStatus.REFUSED);
    }

    /** The same where nothing was written after all. */
    BulkReport undone() {
        return new BulkReport(false, lines.stream().map(BulkResult::undone).toList());
    }
}
