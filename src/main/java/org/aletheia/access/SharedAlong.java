package org.aletheia.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A capability's word on which records go with others when those are shared: the items with their submission. What is
 * added later is shared by {@link Shares#inherit}.
 */
public interface SharedAlong {
    /** A record that goes along with its parent, which the same organisation owns. */
    record Part(UUID parent, RecordKind kind, UUID id) {}

    /** The kind of the records that take others along. */
    RecordKind parent();

    /** The records that go along with any of these, as far as the caller may see them; found at once, not one by one. */
    List<Part> with(Collection<UUID> parents);
}
