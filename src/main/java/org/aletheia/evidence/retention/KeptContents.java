package org.aletheia.evidence.retention;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what decides the locks of items' bytes. Implemented where the records are. */
public interface KeptContents {
    /** Ids of items in ascending order. */
    List<UUID> idsAfter(@Nullable UUID after, int limit);

    /** What decides the locks of those of the items that there are, and of their renditions, in no order. */
    List<KeptContent> kept(Collection<UUID> ids);
}
