package org.aletheia.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Looks for a way back to where it began, breadth first, so that the way found is a shortest one. */
final class Cycles {
    /** Beyond this many incidents a chain is not followed: nobody could read the answer. */
    private static final int MOST = 10_000;

    private Cycles() {}

    /**
     * A shortest way from {@code start} back to it, both ends named; empty where there is none within reach.
     *
     * @param next for each of the given, those to which it leads; asked once a step
     */
    static Optional<List<UUID>> through(UUID start, Function<Collection<UUID>, Map<UUID, Set<UUID>>> next) {
        Map<UUID, UUID> cameFrom = new LinkedHashMap<>();
        Set<UUID> edge = Set.of(start);
        while (!edge.isEmpty() && cameFrom.size() < MOST) {
            Set<UUID> further = new LinkedHashSet<>();
            for (Map.Entry<UUID, Set<UUID>> step : next.apply(edge).entrySet()) {
                for (UUID to : step.getValue()) {
                    if (to.equals(start)) {
                        return Optional.of(way(start, step.getKey(), cameFrom));
                    }
                    if (cameFrom.putIfAbsent(to, step.getKey()) == null) {
                        further.add(to);
                    }
                }
            }
            edge = further;
        }
        return Optional.empty();
    }

    private static List<UUID> way(UUID start, UUID last, Map<UUID, UUID> cameFrom) {
        List<UUID> back = new ArrayList<>(List.of(start));
        UUID at = last;
        while (at != null && !at.equals(start)) {
            back.add(at);
            at = cameFrom.get(at);
        }
        back.add(start);
        return back.reversed();
    }
}
