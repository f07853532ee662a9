package org.aletheia.joins;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.evidence.record.RecordVersion;

/**
 * A join as it stands for a caller who sees all of its records.
 *
 * @param withdrawn those of its records that their owners have taken out
 * @param disposed those that were disposed of and are there no more
 */
public record SeenJoin(RecordVersion<Join> join, Set<UUID> withdrawn, Set<UUID> disposed) {
    public SeenJoin {
        withdrawn = Set.copyOf(withdrawn);
        disposed = Set.copyOf(disposed);
    }

    /** The records that it joins or keeps apart now; none where it is undone, or where fewer than two are left. */
    public Set<UUID> active() {
        Set<UUID> left = left();
        return left.size() < 2 ? Set.of() : left;
    }

    /**
     * The records at which it is told of: those that it joins now, or the last that is left where another was disposed of,
     * since what was held of the two is to be known there.
     */
    public Set<UUID> told() {
        return disposed.isEmpty() ? active() : left();
    }

    private Set<UUID> left() {
        return join.content().undone() != null
                ? Set.of()
                : join.content().records().stream()
                        .filter(record -> !withdrawn.contains(record) && !disposed.contains(record))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
