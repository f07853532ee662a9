package org.aletheia.joins.matching;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;

/** Records that share something with one, behind the wall and as far as the caller may list their kind. */
public interface Candidates {
    /** At most so many that have one of the keys at a time at which it is asked for; not the record itself. */
    List<UUID> like(RecordKind kind, UUID record, List<MatchKey> keys, int most);

    /** At most so many units that are said to be part of a body that this one is said to be part of, at any time. */
    Set<UUID> besides(UUID unit, int most);

    /** Those of the units of which {@link #besides} holds. */
    Set<UUID> besides(UUID unit, Collection<UUID> units);

    /**
     * Sites and areas of a unit and of another, at times at which both can have held, whose surroundings touch; at most so
     * many, by the other unit.
     */
    List<AreaPair> areas(UUID unit, int most);

    /**
     * @param mine an affiliation of the unit that is asked about
     * @param unit another
     * @param theirs an affiliation of that one
     */
    record AreaPair(UUID mine, UUID unit, UUID theirs) {}
}
