package org.aletheia.joins;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.evidence.record.RecordVersion;

/**
 * A join as it stands for a caller who sees all of its records.
 *
 * @param withdrawn those of its records that their owners have taken out
 */
public record SeenJoin(RecordVersion<Join> join, Set<UUID> withdrawn) {
    public SeenJoin {
        withdrawn = Set.copyOf(withdrawn);
    }

    /** The records that it joins or keeps apart now; none where it is undone, or where fewer than two are left. */
    public Set<UUID> active() {
        Set<UUID> left = join.content().records().stream()
                .filter(record -> !withdrawn.contains(record))
                .collect(Collectors.toUnmodifiableSet());
        return join.content().undone() != null || left.size() < 2 ? Set.of() : left;
    }
}
