package org.aletheia.evidence.citation;

import org.aletheia.evidence.record.RecordVersion;

/** A capability to which some sources matter. */
public interface CitationWatch {
    /** Told of each source in the transaction that makes it. */
    void cited(RecordVersion<Source> made);
}
