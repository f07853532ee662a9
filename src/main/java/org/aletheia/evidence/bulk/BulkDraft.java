package org.aletheia.evidence.bulk;

import java.util.List;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.record.RecordVersion;

/**
 * What a line would make.
 *
 * @param citations the sources that come with the record, each a record of its own
 */
public record BulkDraft(RecordVersion<?> version, List<Citation> citations) {
    public BulkDraft {
        citations = List.copyOf(citations);
    }

    /** A record that comes alone. */
    public static BulkDraft of(RecordVersion<?> version) {
        return new BulkDraft(version, List.of());
    }
}
