package org.aletheia.platform.persistence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capability's records for followers, through the datasource {@code follower}, which sees every row. Each
 * capability has a bean of this type for the kinds that search shall find.
 */
public interface Projections {
    /** Codes of the kinds that this bean knows. */
    Set<String> kinds();

    /**
     * The record as it is committed now; empty where there is none.
     *
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException the text of the material cannot be read now:
     *     it is asked for again later
     */
    Optional<Projection> find(String kind, UUID id);

    /**
     * Ids of the kind's records in ascending order, for a full rebuild.
     *
     * @param after null from the start
     * @param limit most ids
     */
    List<UUID> idsAfter(String kind, @Nullable UUID after, int limit);
}
