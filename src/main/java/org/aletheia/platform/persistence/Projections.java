package org.aletheia.platform.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capability's records for followers, through the datasource {@code follower}, which sees every row. Each
 * capability has a bean of this type for the kinds that search shall find.
 */
public interface Projections {
    /** Codes of the kinds that this bean knows. */
    Set<String> kinds();

    /**
     * Those of the records that there are, by id, as they are committed now. The rows are read at once, in one query; the
     * text of the material only when the projection is asked for, so that the caller decides how many texts are held. The
     * asking throws {@link org.aletheia.platform.objectstore.StorageUnavailableException} where the text cannot be read now:
     * it is asked for again later.
     *
     * @param ids some hundreds at most, since all their rows are held
     */
    Map<UUID, Supplier<Projection>> find(String kind, Collection<UUID> ids);

    /**
     * Records of which the projection follows from one of these, by the codes of their kinds: they are told of anew with it.
     */
    default Map<String, List<UUID>> along(String kind, Collection<UUID> ids) {
        return Map.of();
    }

    /**
     * Ids of the kind's records in ascending order, for a full rebuild.
     *
     * @param after null from the start
     * @param limit most ids
     */
    List<UUID> idsAfter(String kind, @Nullable UUID after, int limit);
}
