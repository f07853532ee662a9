package org.aletheia.local.bench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Decision;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.Sharing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision of the policy, of drawn callers about drawn records: of each kind, for each intent, own, shared and others', in
 * compartments, confined and closed. The draw is the same each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PolicyBenchmark {
    private static final int CASES = 1024;
    private static final int MOST_OF_A_RECORD = 4;

    /** How many compartments a caller is admitted to. */
    @Param({"3", "1000"})
    public int compartments;

    private final AccessPolicy policy = new AccessPolicy();
    private final List<Case> cases = new ArrayList<>(CASES);
    private int next;

    private record Case(Principal caller, AccessIntent intent, ProtectedRecord record, boolean shared) {}

    /** Draws the cases. */
    @Setup
    public void draw() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            cases.add(drawn(random));
        }
    }

    /** Decides the next one. */
    @Benchmark
    public Decision decide() {
        Case drawn = cases.get(next++ & CASES - 1);
        return policy.decide(
                drawn.caller(), drawn.intent(), drawn.record(), drawn.shared() ? Sharing.ANY : Sharing.NONE);
    }

    private Case drawn(Random random) {
        UUID own = new UUID(1, 1);
        UUID member = new UUID(2, 2);
        Set<Role> roles = some(random, Role.values(), 3);
        Principal caller = new Principal(
                member,
                "issuer",
                "subject",
                own,
                roles.isEmpty() ? Set.of(Role.INVESTIGATOR) : roles,
                one(random, Classification.values()),
                names(IntStream.range(0, compartments)));
        ProtectedRecord record = new ProtectedRecord(
                        one(random, RecordKind.values()),
                        new UUID(3, random.nextLong()),
                        random.nextInt(4) > 0 ? own : new UUID(1, 9),
                        one(random, Classification.values()),
                        names(random.ints(random.nextInt(MOST_OF_A_RECORD), 0, compartments)),
                        random.nextInt(4) == 0 ? Set.of(member, new UUID(2, 3)) : Set.of())
                .closedBy(random.nextInt(3) == 0 ? some(random, ClosureGround.values(), 3) : Set.of());
        return new Case(caller, one(random, AccessIntent.values()), record, random.nextBoolean());
    }

    private static Set<String> names(IntStream numbers) {
        return numbers.mapToObj(number -> "compartment-" + number).collect(Collectors.toSet());
    }

    private static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static <T> Set<T> some(Random random, T[] all, int most) {
        return random.ints(random.nextInt(most + 1), 0, all.length)
                .mapToObj(i -> all[i])
                .collect(Collectors.toSet());
    }
}
