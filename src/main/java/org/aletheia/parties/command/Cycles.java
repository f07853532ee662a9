package org.aletheia.parties.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Bodies that are above themselves. */
final class Cycles {
    private Cycles() {}

    /** One finding for each set of bodies that are all above each other, by the least of their ids. */
    static List<CommandFinding> in(Collection<CommandLink> links) {
        Set<Set<UUID>> certain =
                knots(links.stream().filter(CommandLink::certain).toList());
        List<CommandFinding> findings = new ArrayList<>();
        for (Set<UUID> knot : knots(links)) {
            List<UUID> within = links.stream()
                    .filter(link -> inside(knot, link))
                    .map(CommandLink::id)
                    .sorted()
                    .toList();
            boolean sure = certain.stream().anyMatch(knot::containsAll);
            findings.add(
                    new CommandFinding("cycle", null, null, CommandLink.certainty(sure), List.copyOf(knot), within));
        }
        return findings;
    }

    private static boolean inside(Set<UUID> knot, CommandLink link) {
        return knot.contains(link.lower().id()) && knot.contains(link.upper().id());
    }

    private static Set<Set<UUID>> knots(Collection<CommandLink> links) {
        Map<UUID, Set<UUID>> superiors = new HashMap<>();
        links.forEach(link -> superiors
                .computeIfAbsent(link.lower().id(), id -> new HashSet<>())
                .add(link.upper().id()));
        Map<UUID, Set<UUID>> above = new HashMap<>();
        superiors.keySet().forEach(body -> above.put(body, reach(body, superiors)));
        Set<Set<UUID>> knots = new LinkedHashSet<>();
        for (UUID body : new TreeSet<>(above.keySet())) {
            Set<UUID> knot = new TreeSet<>();
            for (UUID other : above.getOrDefault(body, Set.of())) {
                if (above.getOrDefault(other, Set.of()).contains(body)) {
                    knot.add(other);
                }
            }
            if (!knot.isEmpty()) {
                knots.add(knot);
            }
        }
        return knots;
    }

    private static Set<UUID> reach(UUID body, Map<UUID, Set<UUID>> superiors) {
        Set<UUID> reached = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(superiors.getOrDefault(body, Set.of()));
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (reached.add(next)) {
                open.addAll(superiors.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
