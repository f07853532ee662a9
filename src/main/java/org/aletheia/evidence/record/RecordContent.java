package org.aletheia.evidence.record;

import org.aletheia.platform.persistence.Projection;

/** What a record of one kind says: an immutable value that was checked before it existed. */
public interface RecordContent {
    /** Tells search what it may find the record by: codes, dates, places and public texts only. */
    void describe(Projection.Builder search);
}
