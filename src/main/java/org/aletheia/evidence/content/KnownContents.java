package org.aletheia.evidence.content;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Tells which objects have a record. Implemented where the records are. */
public interface KnownContents {
    /**
     * Those of the given object ids that any committed record names, in whatever state, whoever owns it. Must see every
     * commit that returned before the call, so it reads the primary database; a doubt is an exception, never an omission,
     * since what is left out will be removed.
     */
    Set<UUID> known(Collection<UUID> objectIds);
}
