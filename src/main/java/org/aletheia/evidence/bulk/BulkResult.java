package org.aletheia.evidence.bulk;

import java.util.List;
import java.util.UUID;
import org.aletheia.platform.http.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line from 1, as the request counts them
 * @param kind as the line wrote it
 * @param externalId as the line wrote it
 * @param id of the record; null where there is none
 * @param findings why it was refused, with pointers into the line
 */
public record BulkResult(
        int line,
        @Nullable String kind,
        @Nullable String externalId,
        BulkStatus status,
        @Nullable UUID id,
        List<Finding> findings) {
    public BulkResult {
        findings = List.copyOf(findings);
    }

    /** The same line where nothing was written after all. */
    BulkResult undone() {
        return status == BulkStatus.CREATED
                ? new BulkResult(line, kind, externalId, BulkStatus.VALID, null, findings)
                : this;
    }
}
