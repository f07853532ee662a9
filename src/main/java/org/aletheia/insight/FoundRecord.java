package org.aletheia.insight;

import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;

/** A linked record that the caller may list: all that it says, and what the read side shows of it. */
public record FoundRecord(RecordVersion<? extends RecordContent> version, SeenRecord seen) {
    /** Its name. */
    public RecordName name() {
        return seen.name();
    }
}
