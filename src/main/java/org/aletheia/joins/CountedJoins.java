package org.aletheia.joins;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.JoinCounts;

/** Counts what {@link SameRecords#of} would show of each record. Beyond a thousand joins a page some are left out. */
@ApplicationScoped
class CountedJoins implements JoinCounts {
    private final Joins joins;

    CountedJoins(Joins joins) {
        this.joins = joins;
    }

    @Override
    public Map<UUID, Integer> of(Collection<UUID> records) {
        Map<UUID, Integer> counts = new HashMap<>();
        for (SeenJoin join : joins.holding(records)) {
            join.told().stream().filter(records::contains).forEach(record -> counts.merge(record, 1, Integer::sum));
        }
        return counts;
    }
}
