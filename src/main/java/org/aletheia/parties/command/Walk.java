package org.aletheia.parties.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.parties.PartyRef;

/**
 * Everything above or below one body, level by level. A body stands at the first level at which it is reached, and its own
 * links are followed once, so that a cycle ends where it closes and is there to be seen.
 *
 * @param levels each body that was reached, nearest first, with the number of steps to it; the root at 0
 * @param links those that were followed, nearest first
 * @param truncated whether there is more than depth or number let through
 */
record Walk(Map<PartyRef, Integer> levels, List<CommandLink> links, boolean truncated) {
    /** Finds the next links of some bodies, at most so many. */
    @FunctionalInterface
    interface Next {
        List<CommandLink> links(Collection<UUID> bodies, int most);
    }

    static Walk from(PartyRef root, Direction direction, int depth, int most, Next next) {
        Map<PartyRef, Integer> levels = new LinkedHashMap<>();
        levels.put(root, 0);
        List<CommandLink> followed = new ArrayList<>();
        Set<PartyRef> frontier = Set.of(root);
        for (int level = 1; level <= depth && !frontier.isEmpty(); level++) {
            int left = most - followed.size();
            List<CommandLink> found = next.links(ids(frontier), left + 1);
            List<CommandLink> taken = found.subList(0, Math.min(left, found.size()));
            followed.addAll(taken);
            frontier = reached(taken, direction, level, levels);
            if (found.size() > left) {
                return new Walk(levels, followed, true);
            }
        }
        boolean more = !frontier.isEmpty() && !next.links(ids(frontier), 1).isEmpty();
        return new Walk(levels, followed, more);
    }

    /** The bodies that these links reach first. */
    private static Set<PartyRef> reached(
            List<CommandLink> taken, Direction direction, int level, Map<PartyRef, Integer> levels) {
        Set<PartyRef> first = new LinkedHashSet<>();
        for (CommandLink link : taken) {
            PartyRef end = direction == Direction.UP ? link.upper() : link.lower();
            if (levels.putIfAbsent(end, level) == null) {
                first.add(end);
            }
        }
        return first;
    }

    private static List<UUID> ids(Set<PartyRef> bodies) {
        return bodies.stream().map(PartyRef::id).toList();
    }
}
