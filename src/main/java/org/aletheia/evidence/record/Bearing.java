package org.aletheia.evidence.record;

import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;

/** How what records of some kinds say bears on others, which may have to stay inside once it is written anew. */
public interface Bearing {
    /** The kinds. */
    Set<RecordKind> of();

    /**
     * In the caller's transaction, which has written a revision: whatever fewer may see by it is left out of searches from the
     * commit on, whoever owns it.
     *
     * @param next as it stands now
     * @param event that tells of the revision
     */
    void revised(RecordVersion<?> next, UUID event);
}
