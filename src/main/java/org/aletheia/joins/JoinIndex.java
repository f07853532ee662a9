package org.aletheia.joins;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which joins hold which records, and what is withdrawn from them, behind the wall; decides nothing. */
public interface JoinIndex {
    /** At most so many of the joins that hold one of these records, by id. */
    List<UUID> holding(Collection<UUID> records, int most);

    /** For each of these joins from which something is withdrawn, those records. */
    Map<UUID, Set<UUID>> withdrawn(Collection<UUID> joins);

    /** For each of these joins of which some record was disposed of, those records, as far as the caller may know of them. */
    Map<UUID, Set<UUID>> disposed(Collection<UUID> joins);

    /** Those of the records that are withdrawn from all joins. */
    Set<UUID> withdrawnFromAll(Collection<UUID> records);
}
