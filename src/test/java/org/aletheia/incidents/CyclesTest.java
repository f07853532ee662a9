package org.aletheia.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CyclesTest {
    private static final int FAR = 1_000_000;

    @Test
    void aShortestWayBackIsFoundWhereThereIsOneAndOnlyThere() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int nodes = 2 + random.nextInt(8);
            Map<UUID, Set<UUID>> graph = graph(random, nodes, random.nextInt(2 * nodes));
            int[][] distance = distances(graph, nodes);
            for (int start = 0; start < nodes; start++) {
                Optional<List<UUID>> found = Cycles.through(id(start), next(graph));
                if (distance[start][start] >= FAR) {
                    assertThat(found).isEmpty();
                } else {
                    List<UUID> way = found.orElseThrow();
                    assertThat(way)
                            .hasSize(distance[start][start] + 1)
                            .startsWith(id(start))
                            .endsWith(id(start));
                    for (int i = 1; i < way.size(); i++) {
                        assertThat(graph.get(way.get(i - 1))).contains(way.get(i));
                    }
                }
            }
        }
    }

    private static java.util.function.Function<Collection<UUID>, Map<UUID, Set<UUID>>> next(
            Map<UUID, Set<UUID>> graph) {
        return from -> from.stream()
                .filter(graph::containsKey)
                .collect(Collectors.toMap(each -> each, graph::get, (one, other) -> one, TreeMap::new));
    }

    private static Map<UUID, Set<UUID>> graph(Random random, int nodes, int edges) {
        Map<UUID, Set<UUID>> graph = new TreeMap<>();
        for (int i = 0; i < edges; i++) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(nodes);
            if (from != to) {
                graph.computeIfAbsent(id(from), id -> new TreeSet<>()).add(id(to));
            }
        }
        return graph;
    }

    /** Floyd and Warshall; the distance of a node from itself is that of its shortest cycle. */
    private static int[][] distances(Map<UUID, Set<UUID>> graph, int nodes) {
        int[][] distance = new int[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                distance[i][j] = graph.getOrDefault(id(i), Set.of()).contains(id(j)) ? 1 : FAR;
            }
        }
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
                }
            }
        }
        return distance;
    }

    private static UUID id(int node) {
        return new UUID(0, node + 1L);
    }
}
