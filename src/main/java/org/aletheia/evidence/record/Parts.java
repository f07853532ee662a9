package org.aletheia.evidence.record;

import java.util.UUID;
import org.aletheia.access.RecordKind;

/** The records of one kind that are part of records of another, and never less strict than these. */
public interface Parts {
    /** The kind of the record that they are part of. */
    RecordKind whole();

    /**
     * Makes the parts that the caller's organisation has in a record at least so strict, each with a revision and an
     * event; in the caller's transaction, which holds the whole.
     */
    void tighten(UUID whole, Protection least);
}
