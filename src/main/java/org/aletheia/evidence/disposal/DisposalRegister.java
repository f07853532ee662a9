package org.aletheia.evidence.disposal;

import java.util.List;
import java.util.UUID;

/** What the database knows of disposals beside the wall, and does. */
public interface DisposalRegister {
    /**
     * All that stands against it, whoever may see that. The records stay as they are until the caller's transaction ends.
     *
     * @param owner the caller's organisation
     */
    List<Bar> bars(List<Disposal.Named> records, String ground, UUID owner);

    /**
     * Removes what an approved disposal names and what goes with it, in the caller's transaction, and leaves tombstones.
     *
     * @return what was removed
     */
    List<Removed> remove(UUID disposal);

    /** A record that is gone. @param revisions how many it had */
    record Removed(Disposal.Named record, int revisions) {}
}
