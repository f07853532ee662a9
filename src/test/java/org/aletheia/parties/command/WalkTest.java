package org.aletheia.parties.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.Day;
import org.aletheia.parties.PartyRef;
import org.aletheia.parties.Tenure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chains, cycles and overlaps on a day, against tables that are computed by trying everything. */
@Tag("unit")
class WalkTest {
    private static final long SEED = 41;
    private static final int BODIES = 9;

    @Test
    void aChainHoldsWhatCanBeReachedOnThatDayAtItsLeastDistance() {
        Random random = new Random(SEED);
        for (int world = 0; world < 400; world++) {
            World made = World.random(random);
            Day day = made.day(random);
            for (Direction direction : Direction.values()) {
                int depth = 1 + random.nextInt(BODIES);
                Walk walk = Walk.from(
                        body(0), direction, depth, 1_000, (bodies, most) -> made.next(direction, bodies, day, most));
                Map<PartyRef, Integer> expected = made.distances(direction, day, depth);
                assertThat(walk.levels()).as("world %d %s", world, direction).isEqualTo(expected);
                assertThat(walk.links().stream().map(CommandLink::id))
                        .containsExactlyInAnyOrderElementsOf(made.within(direction, day, expected, depth));
                assertThat(walk.truncated()).isEqualTo(made.goesOn(direction, day, expected, depth));
            }
        }
    }

    @Test
    void aCycleIsFoundExactlyWhereABodyIsAboveItself() {
        Random random = new Random(SEED + 1);
        int cyclic = 0;
        for (int world = 0; world < 400; world++) {
            World made = World.random(random);
            Day day = made.day(random);
            List<CommandLink> links = made.on(day);
            Set<Set<UUID>> expected = knots(links);
            List<CommandFinding> found = Cycles.in(links);
            assertThat(found.stream().map(each -> (Set<UUID>) new TreeSet<>(each.parties())))
                    .as("world %d", world)
                    .containsExactlyInAnyOrderElementsOf(expected);
            for (CommandFinding finding : found) {
                Set<UUID> knot = new TreeSet<>(finding.parties());
                boolean certain = knots(
                                links.stream().filter(CommandLink::certain).toList())
                        .stream()
                        .anyMatch(knot::containsAll);
                assertThat(finding.certainty()).isEqualTo(certain ? "certain" : "possible");
            }
            cyclic += found.isEmpty() ? 0 : 1;
        }
        assertThat(cyclic).isBetween(50, 395);
    }

    @Test
    void anOverlapIsFoundExactlyWhereSeveralAreAboveOneOnOneBasis() {
        Random random = new Random(SEED + 2);
        for (int world = 0; world < 400; world++) {
            World made = World.random(random);
            List<CommandLink> links = made.on(made.day(random));
            Set<String> expected = new HashSet<>();
            for (CommandLink one : links) {
                for (CommandLink other : links) {
                    if (one.lower().equals(other.lower())
                            && !one.upper().equals(other.upper())
                            && String.valueOf(one.said().basis())
                                    .equals(String.valueOf(other.said().basis()))) {
                        expected.add(one.lower().id() + " " + one.said().basis());
                    }
                }
            }
            assertThat(Overlaps.in("several-superiors", links).stream().map(each -> each.body() + " " + each.basis()))
                    .as("world %d", world)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aWalkThatIsCutSaysSo() {
        World made = new World(List.of(
                World.link(1, 0, 1, "2014/2015", null),
                World.link(2, 0, 2, "2014/2015", null),
                World.link(3, 0, 3, "2014/2015", null)));
        Day day = new Day("2014-06-01");
        Walk.Next up = (bodies, most) -> made.next(Direction.UP, bodies, day, most);
        assertThat(Walk.from(body(0), Direction.UP, 5, 2, up).truncated()).isTrue();
        assertThat(Walk.from(body(0), Direction.UP, 5, 2, up).links()).hasSize(2);
        assertThat(Walk.from(body(0), Direction.UP, 5, 3, up).truncated()).isFalse();
    }

    @Test
    void deFactoBesideDeJureIsNoOverlap() {
        List<CommandLink> links = new World(List.of(
                        World.link(1, 0, 1, "2014/2015", "de-jure"), World.link(2, 0, 2, "2014/2015", "de-facto")))
                .on(new Day("2014-06-01"));
        assertThat(links).hasSize(2);
        assertThat(Overlaps.in("several-superiors", links)).isEmpty();
    }

    /** By closure of a whole table. */
    private static Set<Set<UUID>> knots(Collection<CommandLink> links) {
        boolean[][] above = new boolean[BODIES][BODIES];
        links.forEach(
                link -> above[number(link.lower().id())][number(link.upper().id())] = true);
        for (int via = 0; via < BODIES; via++) {
            for (int from = 0; from < BODIES; from++) {
                for (int to = 0; to < BODIES; to++) {
                    above[from][to] |= above[from][via] && above[via][to];
                }
            }
        }
        Set<Set<UUID>> knots = new HashSet<>();
        for (int one = 0; one < BODIES; one++) {
            Set<UUID> knot = new TreeSet<>();
            for (int other = 0; other < BODIES; other++) {
                if (above[one][other] && above[other][one]) {
                    knot.add(body(other).id());
                }
            }
            if (!knot.isEmpty()) {
                knots.add(knot);
            }
        }
        return knots;
    }

    private static PartyRef body(int number) {
        return new PartyRef(RecordKind.UNIT, new UUID(0, number));
    }

    private static int number(UUID body) {
        return (int) body.getLeastSignificantBits();
    }

    /** Some units and links between them over a few years. */
    private record World(List<CommandLink> links) {
        static World random(Random random) {
            List<CommandLink> links = new ArrayList<>();
            int count = random.nextInt(22);
            for (int i = 0; i < count; i++) {
                int lower = random.nextInt(BODIES);
                int upper = (lower + 1 + random.nextInt(BODIES - 1)) % BODIES;
                int from = 2010 + random.nextInt(3);
                String during = from + "-0" + (1 + random.nextInt(9)) + "/" + (from + 1 + random.nextInt(4)) + "-12";
                String basis = random.nextBoolean() ? "de-jure" : random.nextBoolean() ? "de-facto" : null;
                links.add(link(i + 1, lower, upper, during, basis));
            }
            return new World(links);
        }

        /** Whichever relation says it. */
        static CommandLink link(int id, int lower, int upper, String during, @Nullable String basis) {
            boolean partOf = id % 2 == 0;
            Tenure period = new Tenure(UncertainDate.parse(during), null, null, true, true);
            Affiliation said = new Affiliation(
                    partOf ? "part-of" : "controls",
                    body(partOf ? lower : upper),
                    body(partOf ? upper : lower),
                    null,
                    basis,
                    List.of(),
                    List.of(),
                    period);
            return new CommandLink(new UUID(1, id), said, false);
        }

        Day day(Random random) {
            return new Day("201" + random.nextInt(6) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9));
        }

        List<CommandLink> on(Day day) {
            return links.stream()
                    .filter(link -> link.said().period().possibleOn(day))
                    .map(link -> new CommandLink(
                            link.id(), link.said(), link.said().period().certainOn(day)))
                    .toList();
        }

        List<CommandLink> next(Direction direction, Collection<UUID> bodies, Day day, int most) {
            return on(day).stream()
                    .filter(link -> bodies.contains(from(direction, link).id()))
                    .sorted(Comparator.comparing(CommandLink::id))
                    .limit(most)
                    .toList();
        }

        Map<PartyRef, Integer> distances(Direction direction, Day day, int depth) {
            Map<PartyRef, Integer> distances = new HashMap<>();
            distances.put(body(0), 0);
            for (int round = 0; round < depth; round++) {
                for (CommandLink link : on(day)) {
                    Integer near = distances.get(from(direction, link));
                    if (near != null && near < depth) {
                        distances.merge(to(direction, link), near + 1, Math::min);
                    }
                }
            }
            return distances;
        }

        List<UUID> within(Direction direction, Day day, Map<PartyRef, Integer> distances, int depth) {
            return leaving(direction, day, distances, 0, depth - 1)
                    .map(CommandLink::id)
                    .collect(Collectors.toList());
        }

        boolean goesOn(Direction direction, Day day, Map<PartyRef, Integer> distances, int depth) {
            return leaving(direction, day, distances, depth, depth).findAny().isPresent();
        }

        private Stream<CommandLink> leaving(
                Direction direction, Day day, Map<PartyRef, Integer> distances, int nearest, int farthest) {
            return on(day).stream().filter(link -> {
                int at = distances.getOrDefault(from(direction, link), Integer.MAX_VALUE);
                return at >= nearest && at <= farthest;
            });
        }

        private static PartyRef from(Direction direction, CommandLink link) {
            return direction == Direction.UP ? link.lower() : link.upper();
        }

        private static PartyRef to(Direction direction, CommandLink link) {
            return direction == Direction.UP ? link.upper() : link.lower();
        }
    }
}
