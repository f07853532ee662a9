package org.aletheia.access;

import java.util.List;
import java.util.UUID;

/**
 * A capability's word on which records go with another when that is shared: the items with their submission. What is
 * added later is shared by {@link Shares#inherit}.
 */
public interface SharedAlong {
    /** The kind of the record that takes others along. */
    RecordKind parent();

    /** The records that go along. */
    List<ProtectedRecord> with(UUID parent);
}
